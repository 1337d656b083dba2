package org.separatrix.analysis.rate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * The test of the local rate at one minimum under one method.
 *
 * <p>The measured factor may differ from the spectral radius by rho (e^u - 1) + s, where u = (4 +
 * ln d)/N + 6 standard errors covers the finite number N of steps in dimension d (see {@link
 * ContractionMeasurement}), and s is how far the spectral radius moves when the eigenvalues of the
 * Hessian move by the deviation of the gradient from its linear part (Weyl's inequality).
 */
record RateTest(
    ConvergenceRate.Config config, CellResult cell, Census census, CriticalPoint point) {
  /** Accuracy that a verdict of agreement needs. */
  private static final double ACCURACY = 1e-3;

  private static final double STANDARD_ERRORS = 6;

  private static final int LEAST_STEPS = 10_000;

  /** Rounding errors of a step's arithmetic, relative. */
  private static final double ARITHMETIC = 1e-13;

  Finding run(Laboratory laboratory) {
    Optional<PointSpectrum> known = spectrum(laboratory);
    if (known.isEmpty()) {
      return Finding.at(
          ConvergenceRate.PREDICTION.id(),
          cell,
          point,
          Verdict.HYPOTHESES_NOT_MET,
          List.of(LinearizedMethod.check(known)),
          Map.of(),
          Map.of(),
          "no map with a known linearization, so no rate is predicted");
    }
    return compare(known.get(), laboratory);
  }

  private Optional<PointSpectrum> spectrum(Laboratory laboratory) {
    return PointSpectrum.at(cell.problem(), cell.optimizer(), point, laboratory);
  }

  private Finding compare(PointSpectrum known, Laboratory laboratory) {
    LinearizedSpectrum spectrum = known.spectrum();
    double predicted = spectrum.spectralRadius();
    LocalLinearity local = surroundings(laboratory);
    List<Hypothesis> hypotheses = hypotheses(known, local);
    int steps = steps(predicted);
    ContractionMeasurement measured =
        ContractionMeasurement.measure(
            laboratory.map(cell.problem(), cell.optimizer()), point.x(), local.starts(), steps);
    double tolerance = tolerance(known, local, measured);
    double difference = Math.abs(measured.factor() - predicted);
    return Finding.at(
        ConvergenceRate.PREDICTION.id(),
        cell,
        point,
        verdict(hypotheses, predicted, difference, tolerance),
        hypotheses,
        Map.of("rate", predicted),
        observed(measured, tolerance),
        ("the distance changes by the factor %s per step, spectral radius %s (%s, %s each"
                + ", +-%s)")
            .formatted(
                Numbers.number(measured.factor(), 6),
                Numbers.number(predicted, 6),
                Numbers.plural(measured.directions(), "start"),
                Numbers.plural(steps, "step"),
                Numbers.number(tolerance, 2)));
  }

  /** Draws the approach; what is drawn starts where the test does. */
  Optional<Figure> figure(Laboratory laboratory) {
    return spectrum(laboratory)
        .flatMap(
            known ->
                new RateFigure(cell, point, known.spectrum().spectralRadius())
                    .of(
                        laboratory.map(cell.problem(), cell.optimizer()),
                        surroundings(laboratory).starts()));
  }

  private LocalLinearity surroundings(Laboratory laboratory) {
    return LocalLinearity.around(
        census,
        point,
        config.directions(),
        laboratory.random("convergence-rate/" + cell.id() + "/" + point.id()));
  }

  private static Verdict verdict(
      List<Hypothesis> hypotheses, double predicted, double difference, double tolerance) {
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return Verdict.HYPOTHESES_NOT_MET;
    }
    if (!Double.isFinite(difference + tolerance)) {
      return Verdict.INCONCLUSIVE;
    }
    if (difference > tolerance) {
      return Verdict.CONTRADICTED;
    }
    // Near 1 the distance from 1 is what counts, since it decides whether the point attracts.
    double needed = Math.min(ACCURACY, 0.1 * (1 - predicted));
    return tolerance <= needed ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }

  private static Map<String, Double> observed(ContractionMeasurement measured, double tolerance) {
    Map<String, Double> observed = new LinkedHashMap<>();
    if (!Double.isFinite(measured.factor() + tolerance)) {
      return observed;
    }
    observed.put("rate", measured.factor());
    observed.put("tolerance", tolerance);
    observed.put("steps", (double) measured.steps());
    return observed;
  }

  private List<Hypothesis> hypotheses(PointSpectrum known, LocalLinearity local) {
    LinearizedSpectrum spectrum = known.spectrum();
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(LinearizedMethod.check(Optional.of(known)));
    hypotheses.add(
        new Hypothesis(
            "lambda_min > 0", point.status(), Numbers.number(point.eigenvalues()[0]) + " > 0"));
    hypotheses.add(
        new Hypothesis(
            "spectral radius < 1",
            spectrum.isAttracting() ? point.status() : Status.VIOLATED,
            "%s at lambda from %s to %s"
                .formatted(
                    Numbers.number(spectrum.spectralRadius()),
                    Numbers.number(point.eigenvalues()[0]),
                    Numbers.number(point.eigenvalues()[point.dimension() - 1]))));
    hypotheses.add(
        new Hypothesis(
            "linear regime",
            Double.isNaN(local.deviation()) ? Status.VIOLATED : Status.ESTIMATED,
            "runs are kept within %s of the point, where the gradient is linear up to %s"
                .formatted(
                    Numbers.number(local.distance(), 2), Numbers.number(local.deviation(), 2))));
    return hypotheses;
  }

  private int steps(double predicted) {
    double needed = 40 * finiteSteps() / (1 - predicted);
    double steps = Math.max(LEAST_STEPS, predicted < 1 ? needed : 0);
    return (int) Math.min(config.maxSteps(), steps);
  }

  /** N times what a finite number N of steps can change of the logarithm. */
  private double finiteSteps() {
    return 4 + Math.log(point.dimension());
  }

  private double tolerance(
      PointSpectrum known, LocalLinearity local, ContractionMeasurement measured) {
    double radius = known.spectrum().spectralRadius();
    double moved = known.moved(Math.max(local.deviation(), ARITHMETIC));
    double noise =
        Nonlinearity.rounding(point.x()) / (ContractionMeasurement.NEAREST * local.distance());
    int blockSize = known.spectrum().blocks().get(0).size();
    // A nilpotent block vanishes after as many steps as it has rows, and is followed no further.
    double floor = radius < 0.01 ? Math.pow(ContractionMeasurement.VANISHED, 1.0 / blockSize) : 0;
    double logarithm =
        finiteSteps() / measured.steps() + STANDARD_ERRORS * measured.standardError();
    return radius * Math.expm1(logarithm) + moved + noise + floor;
  }
}
