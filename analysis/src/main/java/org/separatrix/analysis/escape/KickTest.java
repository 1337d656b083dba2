package org.separatrix.analysis.escape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.linearization.PositionResponse;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;
import org.separatrix.core.start.UniformBall;

/**
 * Tests the steps after which runs leave a saddle, kicked from it uniformly in a ball.
 *
 * @param escape the saddle and the method
 * @param laboratory for the runs
 */
record KickTest(Escape escape, Laboratory laboratory) {
  private static final String ONE = "one negative eigenvalue";
  private static final String COUPLING = "other directions of the kick do not push";
  private static final double LEFT_OVER = 1e-3;
  private static final int SAMPLES = 32;

  /**
   * The outcome.
   *
   * @param finding the finding
   * @param law the law of the steps, if it could be tested and any run left
   */
  record Outcome(Finding finding, Optional<EscapeLaw> law, double measured, double error) {
    static Outcome without(Finding finding) {
      return new Outcome(finding, Optional.empty(), Double.NaN, Double.NaN);
    }
  }

  /** Runs the ensemble. */
  Outcome run() {
    Optional<PositionResponse> response = escape.growth().unstable().response();
    List<Hypothesis> hypotheses = hypotheses(response.isPresent());
    if (response.isEmpty() || Escape.isViolated(hypotheses)) {
      return without(Verdict.HYPOTHESES_NOT_MET, hypotheses, "no law of the kick to measure");
    }
    EscapeLaw law = law(response.get());
    if (!law.isComplete()) {
      return without(Verdict.INCONCLUSIVE, hypotheses, "runs take longer; raise max-steps");
    }
    ExitTimes exits = exits(law.lastStep());
    ExitTimes.ChiSquared test = exits.against(law);
    Optional<String> obstacle = exits.obstacle(test);
    if (obstacle.isPresent()) {
      return without(Verdict.INCONCLUSIVE, hypotheses, obstacle.get());
    }
    Finding finding = finding(hypotheses, law, exits, test);
    double error = law.standardDeviation() / Math.sqrt((double) exits.runs());
    return exits.anyLeft()
        ? new Outcome(finding, Optional.of(law), exits.mean(), error)
        : Outcome.without(finding);
  }

  private List<Hypothesis> hypotheses(boolean isResponseKnown) {
    List<Hypothesis> hypotheses = escape.hypotheses();
    int index = escape.point().morseIndex();
    hypotheses.add(
        new Hypothesis(
            ONE, index == 1 ? escape.point().status() : Status.VIOLATED, "Morse index " + index));
    if (!isResponseKnown) {
      hypotheses.add(
          new Hypothesis(
              "response of the position known", Status.VIOLATED, "several rows without A, B, C"));
    }
    escape.regime().ifPresent(regime -> hypotheses.add(coupling(regime.radius())));
    return hypotheses;
  }

  private EscapeLaw law(PositionResponse response) {
    EscapeTime.Config config = escape.config();
    return new EscapeLaw(
        response,
        StartLaw.coordinateOfBall(escape.point().dimension()),
        1 / config.sigmaRatio(),
        LEFT_OVER / config.runs(),
        config.maxSteps());
  }

  private Finding finding(
      List<Hypothesis> hypotheses, EscapeLaw law, ExitTimes exits, ExitTimes.ChiSquared test) {
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("mean", law.mean());
    predicted.put("standard-deviation", law.standardDeviation());
    predicted.put("asymptotic-mean", asymptoticMean());
    Map<String, Double> observed = new LinkedHashMap<>();
    exits.note(observed);
    observed.put("chi-squared", test.statistic());
    observed.put("degrees-of-freedom", (double) test.degreesOfFreedom());
    return escape
        .finding(
            DimensionLaw.LAW.id(),
            Verdict.CONSISTENT,
            hypotheses,
            predicted,
            observed,
            "d = %d: %s, law %s +- %s, for large d %s; chi-squared %s on %d bins, p = %s"
                .formatted(
                    escape.point().dimension(),
                    exits.text(),
                    Numbers.number(law.mean(), 5),
                    Numbers.number(law.standardDeviation()),
                    Numbers.number(asymptoticMean(), 5),
                    Numbers.number(test.statistic()),
                    test.degreesOfFreedom() + 1,
                    Numbers.number(test.pValue(), 2)))
        .testedBy(Significance.of(test.pValue()));
  }

  /** Returns what the mean number of steps comes close to in high dimension. */
  private double asymptoticMean() {
    double ratio = 1 / escape.config().sigmaRatio();
    int d = escape.point().dimension();
    return (Math.log(ratio) + Math.log(d) / 2 + ExitLaw.MEAN_LOGARITHM)
            / escape.growth().logarithm()
        + 0.5;
  }

  private Outcome without(Verdict verdict, List<Hypothesis> hypotheses, String detail) {
    return Outcome.without(
        escape.finding(DimensionLaw.LAW.id(), verdict, hypotheses, Map.of(), Map.of(), detail));
  }

  private ExitTimes exits(int lastStep) {
    double radius = escape.regime().orElseThrow().radius();
    double[] center = escape.point().x();
    UnstableLine slab = new UnstableLine(center, escape.growth().direction(), radius, radius);
    Runs runs =
        laboratory.run(
            escape.purpose(DimensionLaw.LAW.id()),
            escape.cell().problem(),
            escape.cell().optimizer(),
            new UniformBall(center, escape.config().sigmaRatio() * radius),
            escape.config().runs(),
            new StopRule(-1, lastStep, Double.POSITIVE_INFINITY, Optional.of(slab)));
    return ExitTimes.of(runs, lastStep);
  }

  /**
   * Compares the gradient with H (x - s) in the ball. What they differ by shifts x_0, and so does a
   * linear part of the kick across v that is carried away with x_0; a shift by D in units of the
   * standard deviation r/sqrt(d + 2) of every component changes a symmetric law by D^2.
   */
  private Hypothesis coupling(double regimeRadius) {
    double radius = escape.config().sigmaRatio() * regimeRadius;
    double leak =
        escape
            .growth()
            .unstable()
            .leak(1 / escape.config().sigmaRatio(), escape.config().maxSteps());
    double shift =
        largestShift(radius) * Math.sqrt(escape.point().dimension() + 2.0) / radius + leak;
    double allowed = Math.sqrt(Escape.allowedStray(escape.config().runs()));
    return new Hypothesis(
        COUPLING,
        shift <= allowed ? Status.ESTIMATED : Status.VIOLATED,
        "they shift the start by %s of its spread, %s is too little to be seen"
            .formatted(Numbers.number(shift, 2), Numbers.number(allowed, 2)));
  }

  /** Returns by how much the gradient's departure from H (x - s) shifts x_0, at samples. */
  private double largestShift(double radius) {
    int d = escape.point().dimension();
    double[] center = escape.point().x();
    double[][] hessian = laboratory.hessian(escape.cell().problem(), center);
    double[][] x = samples(new UniformBall(center, radius));
    double[][] g = new double[d][SAMPLES];
    escape.cell().problem().objective().gradient(x, g, SAMPLES);
    double largest = 0;
    for (int i = 0; i < SAMPLES; i++) {
      double[] departure = new double[d];
      for (int k = 0; k < d; k++) {
        departure[k] = g[k][i];
        for (int j = 0; j < d; j++) {
          departure[k] -= hessian[k][j] * (x[j][i] - center[j]);
        }
      }
      largest = Math.max(largest, escape.growth().unstable().shift(departure));
    }
    return largest;
  }

  private double[][] samples(UniformBall kick) {
    RandomGenerator random = laboratory.random(escape.purpose(DimensionLaw.LAW.id()));
    double[][] x = new double[escape.point().dimension()][SAMPLES];
    double[] point = new double[x.length];
    for (int i = 0; i < SAMPLES; i++) {
      kick.draw(random, i, point);
      for (int k = 0; k < x.length; k++) {
        x[k][i] = point[k];
      }
    }
    return x;
  }
}
