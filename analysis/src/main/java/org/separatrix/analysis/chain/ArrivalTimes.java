package org.separatrix.analysis.chain;

import java.util.Optional;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.optimizer.Optimizer;

/**
 * When runs of a cell come to an approximate minimum.
 *
 * @param cell the cell
 * @param mean mean number of steps T
 * @param error standard error of the mean; 0 of a single run
 * @param runs how many runs there were
 * @param lost how many of them doubles lost on the way, by underflow
 * @param extended how many of these were followed further with unbounded exponents
 * @param late how many were not seen to arrive
 */
record ArrivalTimes(
    CellResult cell, double mean, double error, int runs, int lost, int extended, int late) {

  /** Measures. */
  static ArrivalTimes measure(
      CellResult cell, ExponentialTime.Config config, Laboratory laboratory) {
    Optimizer optimizer = cell.optimizer();
    int wanted = optimizer.isDeterministic() ? config.starts() : config.runs();
    int runs = (int) Math.min(wanted, cell.start().count().orElse(wanted));
    Arrival arrival =
        new Arrival(
            cell.problem(), config.gradientTolerance(), optimizer.isDeterministic(), laboratory);
    Runs outcome =
        laboratory.run(
            "exponential-time/" + cell.id(),
            cell.problem(),
            optimizer,
            cell.start(),
            runs,
            new StopRule(-1, config.maxSteps(), Double.POSITIVE_INFINITY, Optional.of(arrival)));
    double sum = 0;
    double squares = 0;
    int lost = 0;
    int extended = 0;
    int late = 0;
    boolean extensible = Walk.canExtend(cell.problem(), optimizer);
    for (int i = 0; i < runs; i++) {
      double steps = outcome.steps()[i];
      if (outcome.termination()[i] != Termination.LEFT_DOMAIN) {
        steps = Double.NaN;
      } else if (!arrival.isAt(outcome.endOf(i))) {
        lost++;
        extended += extensible ? 1 : 0;
        steps =
            extensible
                ? followed(cell, outcome.startOf(i), arrival, config.maxSteps())
                : Double.NaN;
      }
      late += Double.isNaN(steps) ? 1 : 0;
      sum += steps;
      squares += steps * steps;
    }
    double mean = sum / runs;
    double variance = runs < 2 ? 0 : Math.max(0, (squares - runs * mean * mean) / (runs - 1));
    return new ArrivalTimes(cell, mean, Math.sqrt(variance / runs), runs, lost, extended, late);
  }

  /** Returns when a run arrives that doubles lose; NaN if steps run out before. */
  private static double followed(CellResult cell, double[] start, Arrival arrival, long maxSteps) {
    Walk walk = Walk.start(cell.problem(), cell.optimizer(), start, arrival.laboratory());
    for (long step = 0; step <= maxSteps; step++) {
      if (arrival.isAt(walk.point())) {
        return step;
      }
      walk.step();
    }
    return Double.NaN;
  }

  /** Returns d. */
  int dimension() {
    return cell.problem().dimension();
  }

  /** Tells whether every run arrived. */
  boolean isComplete() {
    return late == 0;
  }
}
