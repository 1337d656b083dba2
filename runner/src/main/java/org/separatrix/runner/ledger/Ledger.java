package org.separatrix.runner.ledger;

import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.runner.parts.Part;
import org.separatrix.runner.store.AtomicFile;
import org.separatrix.runner.store.JsonFiles;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.OwnFiles;

/**
 * The list of the parts of a cell: a file to which a line is added for each, after its files are
 * safely there. A last line without its end was being written when the program was killed.
 *
 * @param file the file
 */
record Ledger(Path file) {
  private static final LedgerLine<LedgerEntry> LINE = new LedgerLine<>(LedgerEntry.class);

  /**
   * What a ledger says.
   *
   * @param entries parts, in the order in which they were written
   * @param damage what could not be read, a message for each line
   * @param isTorn whether the last line has no end
   */
  record Content(List<LedgerEntry> entries, List<String> damage, boolean isTorn) {
    Content {
      entries = List.copyOf(entries);
      damage = List.copyOf(damage);
    }
  }

  /**
   * Reads it. One that is missing is empty.
   *
   * @throws IOException if the file cannot be read
   * @throws MalformedFileException if another version of the program wrote it
   */
  Content read() throws IOException {
    OwnFiles.checkFile(file);
    if (Files.notExists(file)) {
      return new Content(List.of(), List.of(), false);
    }
    // Not as UTF-8, in which damage could not be read at all.
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    int end = text.lastIndexOf('\n') + 1;
    List<LedgerEntry> entries = new ArrayList<>();
    List<String> damage = new ArrayList<>();
    int number = 0;
    for (String line : text.substring(0, end).lines().toList()) {
      number++;
      byte[] bytes = line.getBytes(StandardCharsets.ISO_8859_1);
      Optional<LedgerEntry> entry = LINE.read(new String(bytes, StandardCharsets.UTF_8));
      if (entry.isEmpty() || entry.get().cell().chars().anyMatch(Character::isISOControl)) {
        damage.add("%s:%d: the line was changed".formatted(file, number));
      } else if (entry.get().schema() != Part.SCHEMA) {
        throw JsonFiles.later(file + ":" + number, entry.get().schema(), Part.SCHEMA);
      } else {
        entries.add(entry.get());
      }
    }
    return new Content(entries, damage, end < text.length());
  }

  /**
   * Adds a part.
   *
   * @throws IOException if it cannot be written
   */
  void add(LedgerEntry entry) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
      out.write((LINE.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
      out.getFD().sync();
    }
  }

  /**
   * Replaces all of it.
   *
   * @throws IOException if it cannot be written; the old one is left as it was
   */
  void replace(List<LedgerEntry> entries) throws IOException {
    AtomicFile.write(
        file,
        out -> {
          for (LedgerEntry entry : entries) {
            out.write((LINE.write(entry) + "\n").getBytes(StandardCharsets.UTF_8));
          }
        });
  }
}
