package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.certificate.ProvenRuns;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.core.critical.RunLimits;

/**
 * The runs of a cell that {@code runs.csv} is to show: all of them, or every m-th when there are
 * more than the limit.
 */
public final class KeptRuns {
  private final String cell;
  private final GrowingCensus census;
  private final long limit;
  private final long stride;
  private final List<KeptRun> rows = new ArrayList<>();

  /**
   * Creates an empty list.
   *
   * @param cell id of the cell
   * @param census names the limits, once it is final
   * @param runs number of runs of the cell, at least 1
   * @param limit how many to keep at most; 0 keeps none
   */
  KeptRuns(String cell, GrowingCensus census, long runs, long limit) {
    this.cell = cell;
    this.census = census;
    this.limit = limit;
    this.stride = limit == 0 ? 1 : 1 + (runs - 1) / limit;
  }

  /** Keeps those runs of a chunk that are to be kept. */
  void add(RunLimits chunk, Optional<ProvenRuns> proven) {
    if (limit == 0) {
      return;
    }
    Runs runs = chunk.runs();
    for (long number = firstMultiple(runs.first()); number < runs.first() + runs.size(); ) {
      int i = (int) (number - runs.first());
      rows.add(
          new KeptRun(
              number,
              runs.termination()[i],
              chunk.limit(i),
              proven.map(each -> each.fates()[i]),
              proven.isPresent() && proven.get().stayed() && isInside(runs.startOf(i)),
              runs.steps()[i],
              runs.value()[i],
              runs.gradientNorm()[i],
              runs.startOf(i),
              runs.endOf(i)));
      number += stride;
    }
  }

  private boolean isInside(double[] start) {
    return census.census().problem().domain().contains(start);
  }

  private long firstMultiple(long number) {
    return (number + stride - 1) / stride * stride;
  }

  /** Returns the id of the cell. */
  public String cell() {
    return cell;
  }

  /** Returns the number of coordinates. */
  public int dimension() {
    return census.census().problem().dimension();
  }

  /** Returns what was kept, in the order of the run numbers. */
  public List<Row> rows() {
    return rows.stream().map(this::row).toList();
  }

  private Row row(KeptRun run) {
    return new Row(
        run.number(),
        run.termination(),
        run.limit().map(census::idOf),
        run.fate(),
        run.stayed(),
        run.steps(),
        run.value(),
        run.gradientNorm(),
        run.start(),
        run.end());
  }

  private record KeptRun(
      long number,
      Termination termination,
      Optional<CriticalPoint> limit,
      Optional<Fate> fate,
      boolean stayed,
      long steps,
      double value,
      double gradientNorm,
      double[] start,
      double[] end) {}

  /**
   * A run.
   *
   * @param run its number
   * @param termination why it stopped
   * @param limit id of the critical point that it went to
   * @param fate what provably becomes of it, if that was looked into
   * @param stayed whether it is proven to have stayed in the objective's domain
   * @param steps number of steps
   * @param value f at the end
   * @param gradientNorm norm of the gradient at the end
   * @param start starting point
   * @param end position at which it stopped
   */
  public record Row(
      long run,
      Termination termination,
      Optional<String> limit,
      Optional<Fate> fate,
      boolean stayed,
      long steps,
      double value,
      double gradientNorm,
      double[] start,
      double[] end) {}
}
