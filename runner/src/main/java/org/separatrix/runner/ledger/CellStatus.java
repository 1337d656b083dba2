package org.separatrix.runner.ledger;

import java.util.List;
import java.util.Optional;
import org.separatrix.runner.parts.StoredPart;

/**
 * How far a cell has come, as far as its files are intact.
 *
 * @param key its key
 * @param cell id of the cell
 * @param runs number of runs that the cell had when it was run last
 * @param done number of runs that are done
 * @param parts number of parts that hold them
 * @param withRows number of those parts that have rows
 * @param failure why it failed the last time, if it did
 */
public record CellStatus(
    String key,
    String cell,
    long runs,
    long done,
    int parts,
    int withRows,
    Optional<String> failure) {

  static Optional<CellStatus> of(String key, CellFolder folder, List<LedgerEntry> entries) {
    List<StoredPart> parts = Cover.of(folder.intact());
    if (entries.isEmpty()) {
      return folder.failure().map(text -> new CellStatus(key, "", 0, 0, 0, 0, Optional.of(text)));
    }
    LedgerEntry last = entries.get(entries.size() - 1);
    return Optional.of(
        new CellStatus(
            key,
            last.cell(),
            last.runs(),
            Math.min(last.runs(), parts.stream().mapToLong(each -> each.part().runs()).sum()),
            parts.size(),
            (int) parts.stream().filter(each -> each.rows().isPresent()).count(),
            folder.failure()));
  }
}
