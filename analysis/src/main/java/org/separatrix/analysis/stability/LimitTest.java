package org.separatrix.analysis.stability;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.separatrix.analysis.rate.LocalLinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;

/**
 * Holds the step at which a minimum ceases to attract against the one that is predicted.
 *
 * @param minimum the minimum
 * @param family predicts the step
 * @param maps the method's map at a factor of the step
 * @param steps of the runs that tell whether the minimum attracts
 * @param local where these start
 * @param measured between which factors the minimum ceases to attract, if that could be told
 */
record LimitTest(
    TestedMinimum minimum,
    StepFamily family,
    DoubleFunction<StepMap> maps,
    int steps,
    LocalLinearity local,
    Optional<LimitMeasurement> measured) {
  private static final int DIRECTIONS = 3;

  /** Agreement of the eigenvalue and of its share of the map's rounding errors, relative. */
  private static final double ARITHMETIC = 1e-9;

  /** Accuracy of the bracket that a verdict of agreement needs, relative. */
  private static final double ACCURACY = 0.02;

  /** Measures where the minimum ceases to attract. */
  static LimitTest of(
      TestedMinimum minimum,
      StepFamily family,
      DoubleFunction<StepMap> maps,
      int steps,
      Laboratory laboratory) {
    LocalLinearity local =
        LocalLinearity.around(
            minimum.census(),
            minimum.point(),
            DIRECTIONS,
            laboratory.random(minimum.purpose("starts")));
    Optional<LimitMeasurement> measured =
        LimitMeasurement.find(
            factor -> LimitMeasurement.exponent(maps.apply(factor), minimum.point(), local, steps),
            family.limit());
    return new LimitTest(minimum, family, maps, steps, local, measured);
  }

  /**
   * Answers the prediction.
   *
   * @param shared hypotheses that other predictions have as well
   */
  Finding finding(List<Hypothesis> shared) {
    List<Hypothesis> hypotheses = new ArrayList<>(shared);
    hypotheses.add(linearRegime());
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return minimum.notMet(StepStability.LIMIT.id(), hypotheses);
    }
    return measured
        .map(bracket -> judge(bracket, hypotheses))
        .orElseGet(() -> undecided(hypotheses));
  }

  private Hypothesis linearRegime() {
    return new Hypothesis(
        "linear regime",
        local.deviation() <= ACCURACY ? Status.ESTIMATED : Status.VIOLATED,
        "runs are kept within %s of the minimum, where the gradient is linear up to %s"
            .formatted(Numbers.number(local.distance(), 2), Numbers.number(local.deviation(), 2)));
  }

  private double predictedStep() {
    return family.limit() * family.alpha();
  }

  private Finding undecided(List<Hypothesis> hypotheses) {
    return minimum.finding(
        StepStability.LIMIT.id(),
        Verdict.INCONCLUSIVE,
        hypotheses,
        Map.of("step", predictedStep()),
        Map.of(),
        "%s steps do not tell at which step the minimum ceases to attract; raise steps of"
                .formatted(Numbers.count(steps))
            + " step-stability");
  }

  private Finding judge(LimitMeasurement bracket, List<Hypothesis> hypotheses) {
    double slack = local.deviation() + ARITHMETIC + family.error();
    double low = bracket.stable() * (1 - slack);
    double high = bracket.unstable() * (1 + slack);
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("step", predictedStep());
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("stable-up-to", low * family.alpha());
    observed.put("unstable-from", high * family.alpha());
    putExponent("exponent-below", 0.9, predicted, observed);
    putExponent("exponent-beyond", 1.1, predicted, observed);
    return minimum.finding(
        StepStability.LIMIT.id(),
        verdict(low, high),
        hypotheses,
        predicted,
        observed,
        "attracts up to alpha = %s, repels from %s; predicted %s, %s"
            .formatted(
                Numbers.number(low * family.alpha(), 6),
                Numbers.number(high * family.alpha(), 6),
                Numbers.number(predictedStep(), 6),
                family.crossing().label()));
  }

  private Verdict verdict(double low, double high) {
    double limit = family.limit();
    if (!(low <= limit && limit <= high)) {
      return Verdict.CONTRADICTED;
    }
    return high - low <= ACCURACY * limit ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }

  /** Adds the exponent at a share of the limit, as it is predicted and as it is. */
  private void putExponent(
      String name, double share, Map<String, Double> predicted, Map<String, Double> observed) {
    double factor = share * family.limit();
    predicted.put(name, Math.log(family.radius(factor)));
    observed.put(
        name,
        LimitMeasurement.exponent(maps.apply(factor), minimum.point(), local, steps).exponent());
  }
}
