package org.separatrix.analysis.escape;

import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;

/**
 * How fast one method leaves one strict saddle along its unstable eigenvector.
 *
 * @param predicted ln z, the growth of ln|distance| per step
 * @param hypotheses whether the linear law's conditions hold
 * @param slope the measured growth; empty if it could not be measured
 * @param uncertainty of the slope; 0 if there is none
 */
public record MeasuredEscape(
    double predicted, List<Hypothesis> hypotheses, Optional<Double> slope, double uncertainty) {
  /** Copies the list. */
  public MeasuredEscape {
    hypotheses = List.copyOf(hypotheses);
  }

  /**
   * Measures.
   *
   * @param census the points known
   * @param point the saddle, one of them
   * @param cell a cell with the method, which declares a linearization
   * @param purpose names the experiment
   * @param laboratory gives the method's map
   */
  public static MeasuredEscape of(
      Census census, CriticalPoint point, CellResult cell, String purpose, Laboratory laboratory) {
    EscapeTime.Config config = EscapeTime.Config.DEFAULT;
    Escape escape =
        Escape.of(
                census,
                point,
                cell,
                PointSpectrum.at(cell.problem(), cell.optimizer(), point, laboratory),
                config)
            .orElseThrow();
    List<Hypothesis> hypotheses = escape.hypotheses();
    Optional<UnstableTraces> traces =
        Escape.isViolated(hypotheses)
            ? Optional.empty()
            : UnstableTraces.measure(
                laboratory.map(cell.problem(), cell.optimizer()),
                escape.growth(),
                escape.regime().orElseThrow(),
                laboratory.random(escape.purpose(purpose)),
                config.maxSteps());
    return new MeasuredEscape(
        escape.growth().logarithm(),
        hypotheses,
        traces.map(UnstableTraces::slope),
        traces.map(UnstableTraces::uncertainty).orElse(0.0));
  }
}
