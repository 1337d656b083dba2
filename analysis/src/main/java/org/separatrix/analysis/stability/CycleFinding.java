package org.separatrix.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;

/**
 * Says whether a 2-cycle is born, or dies, as it must where a minimum ceases to attract at -1.
 *
 * @param minimum the minimum
 * @param family predicts where that is
 * @param maps the method's map at a factor of the step
 */
record CycleFinding(TestedMinimum minimum, StepFamily family, DoubleFunction<StepMap> maps) {
  private static final String ID = StepStability.CYCLE.id();
  private static final int LARGEST_STATE = 40;

  /** Accuracy of the slope that a verdict of agreement needs. */
  private static final double ACCURACY = 0.02;

  /** A slope that is known less well contradicts nothing. */
  private static final double LEAST_ACCURACY = 0.1;

  /** How far the logarithm of a factor that should be 8 may be off. */
  private static final double CUBIC = 0.1;

  /**
   * Answers the prediction.
   *
   * @param measured where the minimum ceases to attract, if that could be told
   * @param shared hypotheses that other predictions have as well
   */
  Finding of(Optional<LimitMeasurement> measured, List<Hypothesis> shared) {
    List<Hypothesis> hypotheses = new ArrayList<>(shared);
    boolean flips = family.crossing() == StabilityLimit.Crossing.FLIP;
    hypotheses.add(
        new Hypothesis(
            "the multiplier passes -1",
            flips ? family.status(minimum.point()) : Status.VIOLATED,
            family.crossing().label()));
    if (!flips) {
      return minimum.notMet(ID, hypotheses);
    }
    if (measured.isEmpty()) {
      return undecided(hypotheses, "the step at which the minimum flips was not measured");
    }
    double[] rest = maps.apply(1).lift(minimum.point().x());
    if (rest.length > LARGEST_STATE) {
      return undecided(
          hypotheses,
          "not followed in a state space of more than %d dimensions".formatted(LARGEST_STATE));
    }
    Optional<CycleTest> cycle =
        CycleTest.run(
            maps,
            factor -> family.radius(factor) - 1,
            family.radiusError(),
            rest,
            measured.get().middle(),
            minimum.scale());
    hypotheses.add(branches(cycle));
    if (minimum.cell().optimizer().linearization().isEmpty()) {
      cycle.map(CycleFinding::smooth).ifPresent(hypotheses::add);
    }
    return cycle
        .filter(test -> hypotheses.stream().noneMatch(Hypothesis::isViolated))
        .map(test -> judge(test, hypotheses))
        .orElseGet(() -> minimum.notMet(ID, hypotheses));
  }

  private Finding undecided(List<Hypothesis> hypotheses, String detail) {
    return minimum.finding(ID, Verdict.INCONCLUSIVE, hypotheses, Map.of(), Map.of(), detail);
  }

  private Hypothesis branches(Optional<CycleTest> cycle) {
    return new Hypothesis(
        "a 2-cycle branches off at another step",
        cycle.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
        cycle
            .map(found -> "at alpha = " + Numbers.number(found.factor() * family.alpha(), 6))
            .orElse("none with a multiplier of its own: the flip is degenerate"));
  }

  /** A Jacobian is measured where one derivative is there; the theorem needs three. */
  private static Hypothesis smooth(CycleTest test) {
    boolean holds = isSmall(test);
    return new Hypothesis(
        "the step has three derivatives",
        holds ? Status.ESTIMATED : Status.VIOLATED,
        Double.isNaN(test.cubic())
            ? "what is odd and not linear in it is too small to be seen"
            : "what is odd and not linear in it falls by %s with half the distance, by 8 if so"
                .formatted(Numbers.number(test.cubic(), 3)));
  }

  private Finding judge(CycleTest test, List<Hypothesis> hypotheses) {
    String death =
        Double.isNaN(test.death())
            ? ""
            : "; stable up to alpha = " + Numbers.number(test.death() * family.alpha(), 7);
    return minimum.finding(
        ID,
        verdict(test),
        hypotheses,
        Map.of("multiplier-slope", -4.0),
        test.observed(family.alpha()),
        "a 2-cycle that %s; its multiplier leaves 1 with the slope %s +- %s, predicted -4%s"
            .formatted(
                test.attracts() ? "attracts is born" : "repels dies",
                Numbers.number(-4 * test.ratio(), 6),
                Numbers.number(4 * test.error(), 2),
                death));
  }

  /** Tells whether the cycle is so small that the terms of third order decide. */
  private static boolean isSmall(CycleTest test) {
    return !(Math.abs(Math.log(test.cubic() / 8)) > CUBIC);
  }

  /** Decides by a slope, its error, and whether it is that of a small cycle. */
  static Verdict verdict(CycleTest test) {
    if (Math.abs(test.ratio() - 1) > test.error()) {
      return test.error() <= LEAST_ACCURACY && isSmall(test)
          ? Verdict.CONTRADICTED
          : Verdict.INCONCLUSIVE;
    }
    return test.error() <= ACCURACY ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }
}
