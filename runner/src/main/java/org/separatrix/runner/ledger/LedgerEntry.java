package org.separatrix.runner.ledger;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.store.StoredFile;

/**
 * A part in the ledger of its cell. Its files have no names here: they follow from the numbers of
 * the runs.
 *
 * @param schema version of this form
 * @param cell id of the cell
 * @param runs number of runs that the cell had then
 * @param first number of the first run
 * @param end number of the run after the last
 * @param summary the file of what became of them
 * @param rows the file of rows, if some are kept
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LedgerEntry(
    int schema,
    String cell,
    long runs,
    long first,
    long end,
    StoredFile summary,
    @Nullable StoredFile rows) {

  /** Returns the name of the file of what became of the runs. */
  public String summaryName() {
    return "%d-%d.json".formatted(first, end);
  }

  /** Returns the name of the file of rows. */
  public String rowsName() {
    return "%d-%d.rows".formatted(first, end);
  }
}
