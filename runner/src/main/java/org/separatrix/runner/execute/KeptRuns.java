package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.analysis.Termination;

/**
 * The runs of a cell that {@code runs.csv} is to show: all of them, or every m-th when there are
 * more than the limit.
 */
public final class KeptRuns {
  private final String cell;
  private final int dimension;
  private final long stride;
  private final List<Row> rows = new ArrayList<>();

  /**
   * Creates an empty list.
   *
   * @param cell id of the cell
   * @param dimension number of coordinates
   * @param runs number of runs of the cell
   * @param limit how many to keep at most; 0 keeps none
   */
  public KeptRuns(String cell, int dimension, long runs, long limit) {
    this.cell = cell;
    this.dimension = dimension;
    this.stride = limit == 0 ? Long.MAX_VALUE : 1 + (runs - 1) / limit;
  }

  /**
   * Tells whether a run is to be kept.
   *
   * @param run its number
   */
  public boolean keeps(long run) {
    return stride != Long.MAX_VALUE && run % stride == 0;
  }

  /**
   * Keeps a run.
   *
   * @param row the run
   */
  public void add(Row row) {
    rows.add(row);
  }

  /** Returns the id of the cell. */
  public String cell() {
    return cell;
  }

  /** Returns the number of coordinates. */
  public int dimension() {
    return dimension;
  }

  /** Returns what was kept, in the order of the run numbers. */
  public List<Row> rows() {
    return List.copyOf(rows);
  }

  /**
   * A run.
   *
   * @param run its number
   * @param termination why it stopped
   * @param limit id of the critical point that it went to
   * @param steps number of steps
   * @param value f at the end
   * @param gradientNorm norm of the gradient at the end
   * @param start starting point
   * @param end position at which it stopped
   */
  public record Row(
      long run,
      Termination termination,
      @Nullable String limit,
      long steps,
      double value,
      double gradientNorm,
      double[] start,
      double[] end) {}
}
