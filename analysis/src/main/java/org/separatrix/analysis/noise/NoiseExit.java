package org.separatrix.analysis.noise;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.escape.ExitLaw;
import org.separatrix.analysis.escape.ExitTimes;
import org.separatrix.analysis.escape.LinearRegime;
import org.separatrix.analysis.escape.UnstableGrowth;
import org.separatrix.analysis.escape.UnstableLine;
import org.separatrix.analysis.hypothesis.TestedPoint;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.NoisyMethod;

/** The test of when noise sets runs free that start at a strict saddle. */
record NoiseExit(
    GradientNoise.Config config,
    CellResult cell,
    Census census,
    CriticalPoint point,
    NoisyMethod method)
    implements TestedPoint {
  private static final String ID = GradientNoise.ESCAPE.id();

  private static final double LEFT_OVER = 1e-3;

  /** The noncentrality that curvature, and runs that come back, may add to chi-squared. */
  private static final double NONCENTRALITY = 0.01;

  /** Of the noise to R, for what the linear regime looks at. */
  private static final double SMALLEST_RATIO = 1e-4;

  Finding run(Laboratory laboratory) {
    UnstableGrowth growth = UnstableGrowth.of(method.linearization().orElseThrow(), point);
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(GradientNoise.declared(method));
    hypotheses.add(growth.leadsHypothesis());
    double allowed = Math.sqrt(NONCENTRALITY / (2.0 * config.runs()));
    Optional<LinearRegime> regime =
        growth.leads()
            ? LinearRegime.find(census, growth, allowed, SMALLEST_RATIO)
            : Optional.empty();
    hypotheses.add(LinearRegime.hypothesis(regime));
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return notMet(ID, hypotheses, "no law");
    }
    double radius = regime.orElseThrow().radius();
    NoiseLaw law =
        new NoiseLaw(
            NoiseResponse.of(method, growth.lambda(), config.maxSteps()),
            radius,
            LEFT_OVER / config.runs());
    boolean small = law.error() * config.runs() <= NONCENTRALITY;
    hypotheses.add(
        new Hypothesis(
            "noise far below R",
            small ? Status.CERTIFIED : Status.VIOLATED,
            "a run comes back with probability at most "
                + Numbers.upperBound(Math.min(1, law.error()))));
    if (!small) {
      return notMet(ID, hypotheses, "no law");
    }
    if (law.survival(law.lastStep()) > LEFT_OVER / config.runs()) {
      String detail =
          "by the law runs take more than %s steps; raise max-steps of noise"
              .formatted(Numbers.count(config.maxSteps()));
      return finding(ID, Verdict.INCONCLUSIVE, hypotheses, Map.of(), Map.of(), detail);
    }
    return measured(hypotheses, growth, radius, law, laboratory);
  }

  private Finding measured(
      List<Hypothesis> hypotheses,
      UnstableGrowth growth,
      double radius,
      NoiseLaw law,
      Laboratory laboratory) {
    UnstableLine line = new UnstableLine(point.x(), growth.direction(), radius, 0);
    Runs runs =
        laboratory.run(
            "%s/%s/%s".formatted(GradientNoise.ESCAPE.id(), cell.id(), point.id()),
            cell.problem(),
            method,
            line,
            config.runs(),
            new StopRule(-1, law.lastStep(), Double.POSITIVE_INFINITY, Optional.of(line)));
    ExitTimes exits = ExitTimes.of(runs, law.lastStep());
    ExitTimes.ChiSquared test = exits.against(law);
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("mean", law.mean());
    predicted.put("standard-deviation", law.standardDeviation());
    predicted.put("asymptotic-mean", asymptoticMean(growth, radius));
    Map<String, Double> observed = new LinkedHashMap<>();
    exits.note(observed);
    observed.put("chi-squared", test.statistic());
    observed.put("degrees-of-freedom", (double) test.degreesOfFreedom());
    Optional<String> obstacle = exits.obstacle(test);
    if (obstacle.isPresent()) {
      return finding(ID, Verdict.INCONCLUSIVE, hypotheses, predicted, observed, obstacle.get());
    }
    String detail =
        "%s, law %s +- %s; chi-squared %s on %d bins, p = %s"
            .formatted(
                exits.text(),
                Numbers.number(law.mean(), 5),
                Numbers.number(law.standardDeviation()),
                Numbers.number(test.statistic()),
                test.degreesOfFreedom() + 1,
                Numbers.number(test.pValue(), 2));
    return finding(ID, Verdict.CONSISTENT, hypotheses, predicted, observed, detail)
        .testedBy(Significance.of(test.pValue()));
  }

  /** (ln(R/s) + 0.6351814)/ln z + 1/2, s z^k being the deviation of y_k for large k. */
  private double asymptoticMean(UnstableGrowth growth, double radius) {
    int steps = (int) Math.ceil(40 / growth.logarithm());
    NoiseResponse response = NoiseResponse.of(method, growth.lambda(), steps);
    double logarithm = Math.log(response.deviation(steps)) - steps * growth.logarithm();
    return (Math.log(radius) - logarithm + ExitLaw.MEAN_LOGARITHM) / growth.logarithm() + 0.5;
  }
}
