package org.separatrix.runner.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.separatrix.runner.render.Numbers;

/**
 * Parts whose files lie in a cell's folder, but which its ledger does not name: the ledger was
 * removed or lines of it were. Nothing says what their checksums were, so they are not used. One
 * part beside a ledger is what a kill leaves, which is nothing to warn of.
 */
final class UnlistedParts {
  private static final Pattern PART = Pattern.compile("(\\d{1,18})-(\\d{1,18})\\.json");

  private UnlistedParts() {}

  private record Range(long first, long end) {}

  /**
   * Says that there are such parts of runs that no other part has, if there are.
   *
   * @param folder the folder of a cell
   * @param ledger its ledger, which may be missing
   * @param entries what that names
   * @throws IOException if the folder cannot be read
   */
  static Optional<String> warning(Path folder, Path ledger, List<LedgerEntry> entries)
      throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Range> listed =
        entries.stream()
            .map(entry -> new Range(entry.first(), entry.end()))
            .sorted(Comparator.comparingLong(Range::first))
            .toList();
    List<Range> unlisted = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Matcher name = PART.matcher(file.getFileName().toString());
        if (name.matches()) {
          Range part = new Range(Long.parseLong(name.group(1)), Long.parseLong(name.group(2)));
          if (!isCovered(part, listed)) {
            unlisted.add(part);
          }
        }
      }
    }
    boolean isLeftByKill = unlisted.size() == 1 && Files.exists(ledger);
    if (unlisted.isEmpty() || isLeftByKill) {
      return Optional.empty();
    }
    return Optional.of(
        "%s: %s %s of the runs %,d to %,d beside it; not used"
            .formatted(
                ledger,
                Files.exists(ledger) ? "lines were removed, of" : "no such file, but",
                Numbers.plural(unlisted.size(), "part"),
                unlisted.stream().mapToLong(Range::first).min().orElseThrow(),
                unlisted.stream().mapToLong(Range::end).max().orElseThrow() - 1));
  }

  private static boolean isCovered(Range part, List<Range> listed) {
    long done = part.first();
    for (Range each : listed) {
      if (each.first() <= done) {
        done = Math.max(done, each.end());
      }
    }
    return done >= part.end();
  }
}
