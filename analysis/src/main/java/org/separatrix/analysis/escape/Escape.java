package org.separatrix.analysis.escape;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
 * @param method the method
 * @param growth of runs along the unstable eigenvector
 * @param regime where the linear law holds; empty if nowhere
 * @param config of the analyzer
 */
record Escape(
    CellResult cell,
    CriticalPoint point,
    IteratedMap method,
    UnstableGrowth growth,
    Optional<LinearRegime> regime,
    EscapeTime.Config config) {
  /** The noncentrality that curvature may add to the chi-squared statistic of the exit times. */
  private static final double NONCENTRALITY = 0.01;

  /**
   * Looks at a saddle.
   *
   * @param census the points known
   * @param point the saddle, one of them
   * @param cell a cell with the method
   * @param method the method, with a linearization
   * @param config of the analyzer
   */
  static Escape of(
      Census census,
      CriticalPoint point,
      CellResult cell,
      IteratedMap method,
      EscapeTime.Config config) {
    UnstableGrowth growth = UnstableGrowth.of(method.linearization().orElseThrow(), point);
    Optional<LinearRegime> regime =
        growth.grows()
            ? LinearRegime.find(census, growth, allowedStray(config.runs()), config.sigmaRatio())
            : Optional.empty();
    return new Escape(cell, point, method, growth, regime, config);
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
    List<Hypothesis> hypotheses = new ArrayList<>(method.hypotheses());
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

  /** Returns a finding at this point. */
  Finding finding(
      String prediction,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return Finding.at(prediction, cell, point, verdict, hypotheses, predicted, observed, detail);
  }

  static boolean isViolated(List<Hypothesis> hypotheses) {
    return hypotheses.stream().anyMatch(Hypothesis::isViolated);
  }
}
