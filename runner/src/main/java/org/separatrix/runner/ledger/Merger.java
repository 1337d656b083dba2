package org.separatrix.runner.ledger;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.separatrix.runner.parts.Part;
import org.separatrix.runner.parts.StoredPart;

/**
 * Unites the parts of several folders. Runs that two folders have must have ended in the same way,
 * which the checksums of their chunks tell.
 */
public final class Merger {
  private final StudyStore target;

  /** Where the runs of a chunk are that were seen first, by the cell's key. */
  private final Map<String, Map<Chunk, Seen>> seen = new HashMap<>();

  private record Chunk(long first, long end) {}

  private record Seen(long value, Path file) {}

  /**
   * Prepares a merger.
   *
   * @param target where all parts go; what it has stays
   */
  public Merger(StudyStore target) {
    this.target = target;
  }

  /** Two folders contradict each other. */
  public static final class ConflictException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ConflictException(Path one, Path other, Part part, long run) {
      super(
          ("%s and %s differ in the runs from %,d on of %s, although everything that determines"
                  + " them is the same.%n"
                  + "Maybe one of the machines or files is defective: run that cell again on a"
                  + " third.")
              .formatted(one, other, run, part.cell()));
    }
  }

  /**
   * Checks that a folder agrees with those that were checked before.
   *
   * @param source the folder
   * @throws ConflictException if it does not
   * @throws IOException if it cannot be read
   */
  public void check(StudyStore source) throws IOException {
    for (String key : source.keys()) {
      CellFolder cell = source.cell(key);
      Map<Chunk, Seen> chunks = seen.computeIfAbsent(key, each -> new HashMap<>());
      for (StoredPart stored : cell.intact()) {
        check(stored.part(), cell.path(), chunks);
      }
    }
  }

  private static void check(Part part, Path folder, Map<Chunk, Seen> chunks) {
    Path file = folder.resolve("%d-%d.json".formatted(part.first(), part.end()));
    List<Part.ChunkDigest> digests = part.digests();
    for (int i = 0; i < digests.size(); i++) {
      Part.ChunkDigest digest = digests.get(i);
      // The last chunk of a cell may have fewer runs than in a study with more.
      long end = i + 1 < digests.size() ? digests.get(i + 1).first() : part.end();
      Seen earlier =
          chunks.putIfAbsent(new Chunk(digest.first(), end), new Seen(digest.value(), file));
      if (earlier != null && earlier.value() != digest.value()) {
        throw new ConflictException(earlier.file(), file, part, digest.first());
      }
    }
  }

  /**
   * Takes over the parts of a folder that the target does not have.
   *
   * @param source the folder
   * @return how many parts it took over
   * @throws IOException if they cannot be read or written
   */
  public int take(StudyStore source) throws IOException {
    int taken = 0;
    for (String key : source.keys()) {
      CellFolder from = source.cell(key);
      CellFolder to = target.cell(key);
      Set<String> present = new HashSet<>(to.intactNames());
      Set<String> intact = new HashSet<>(from.intactNames());
      for (LedgerEntry entry : from.entries()) {
        if (intact.contains(entry.summaryName()) && present.add(entry.summaryName())) {
          to.take(from, entry);
          taken++;
        }
      }
    }
    return taken;
  }
}
