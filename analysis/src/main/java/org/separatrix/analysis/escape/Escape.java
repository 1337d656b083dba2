package org.separatrix.analysis.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.hypothesis.TestedPoint;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/**
 * The escape of one method from one strict saddle: what is predicted, and where the prediction
 * holds.
 *
 * @param cell the first cell with the method
 * @param point the saddle
 * @param map whether the method iterates a map with a linearization there
 * @param growth of runs along the unstable direction
 * @param regime where the linear law holds; empty if nowhere
 * @param config of the analyzer
 */
record Escape(
    CellResult cell,
    CriticalPoint point,
    Hypothesis map,
    UnstableGrowth growth,
    Optional<LinearRegime> regime,
    EscapeTime.Config config)
    implements TestedPoint {
  /** The noncentrality that curvature may add to the chi-squared statistic of the exit times. */
  private static final double NONCENTRALITY = 0.01;

  /**
   * Looks at a saddle.
   *
   * @param census the points known
   * @param point the saddle, one of them
   * @param cell a cell with the method
   * @param known the spectrum of its map at the saddle, if it has one
   * @param config of the analyzer
   * @return empty if there is none, or no direction along which runs leave
   */
  static Optional<Escape> of(
      Census census,
      CriticalPoint point,
      CellResult cell,
      Optional<PointSpectrum> known,
      EscapeTime.Config config) {
    return known
        .flatMap(spectrum -> UnstableGrowth.of(spectrum, point))
        .map(
            growth ->
                new Escape(
                    cell,
                    point,
                    LinearizedMethod.check(known),
                    growth,
                    growth.grows()
                        ? LinearRegime.find(
                            census, growth, allowedStray(config.runs()), config.sigmaRatio())
                        : Optional.empty(),
                    config));
  }

  /**
   * Returns the finding of a prediction where there is nothing to predict from.
   *
   * @param prediction its id
   * @param cell a cell with the method
   * @param point the saddle
   * @param known the spectrum of the method's map there, without a direction
   */
  static Finding withoutLaw(
      String prediction, CellResult cell, CriticalPoint point, Optional<PointSpectrum> known) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    if (cell.optimizer().isDeterministic()) {
      hypotheses.add(LinearizedMethod.check(known));
    } else {
      hypotheses.addAll(IteratedMap.of(cell.optimizer()).hypotheses());
    }
    if (known.isPresent()) {
      hypotheses.add(UnstableGrowth.withoutDirection());
    }
    return CellFinding.at(
        prediction,
        cell,
        point,
        Verdict.HYPOTHESES_NOT_MET,
        hypotheses,
        Map.of(),
        Map.of(),
        "no map with a linearization that leads away, so no escape law is predicted");
  }

  /**
   * Returns how far ln of the distance may stray from the linear law. A stray of D shifts the law
   * of ln|Z|, whose score 1 - Z^2 has variance 2, by D, and so adds at most 2 n D^2 to the
   * expectation of the chi-squared statistic of n runs.
   */
  static double allowedStray(int runs) {
    return Math.sqrt(NONCENTRALITY / (2.0 * runs));
  }

  /** Returns the conditions of the linear law, fresh. */
  List<Hypothesis> hypotheses() {
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(map);
    hypotheses.add(
        new Hypothesis("lambda_min < 0", point.status(), Numbers.number(growth.lambda()) + " < 0"));
    hypotheses.add(growth.leadsHypothesis());
    String least = Numbers.number(allowedStray(config.runs()), 2);
    hypotheses.add(
        new Hypothesis(
            "linear regime",
            regime.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
            regime
                .map(
                    found ->
                        "up to R = %s, ln|distance| strays by at most %s"
                            .formatted(
                                Numbers.number(found.radius(), 2),
                                Numbers.number(found.stray(), 2)))
                .orElse("ln|distance| strays by less than " + least + " nowhere above rounding")));
    return hypotheses;
  }

  /**
   * Returns a name for an experiment.
   *
   * @param prediction id of the prediction that it tests
   */
  String purpose(String prediction) {
    return prediction + "/" + cell.id() + "/" + point.id();
  }

  static boolean isViolated(List<Hypothesis> hypotheses) {
    return hypotheses.stream().anyMatch(Hypothesis::isViolated);
  }
}
