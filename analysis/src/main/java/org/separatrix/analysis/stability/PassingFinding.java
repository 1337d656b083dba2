package org.separatrix.analysis.stability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;

/**
 * Says whether runs that come near a minimum leave it again, as they must where it repels.
 *
 * @param minimum the minimum
 * @param family predicts where it repels
 * @param maps the method's map at a factor of the step
 */
record PassingFinding(TestedMinimum minimum, StepFamily family, DoubleFunction<StepMap> maps) {
  private static final String ID = StepStability.PASSING.id();

  /**
   * Answers the prediction.
   *
   * @param beyond the step of the runs, relative to the limit
   * @param shared hypotheses that other predictions have as well
   * @param random draws the starts
   */
  Finding of(double beyond, List<Hypothesis> shared, RandomGenerator random) {
    double factor = beyond * family.limit();
    double radius = family.radius(factor);
    boolean repels = radius > 1;
    List<Hypothesis> hypotheses = new ArrayList<>(shared);
    hypotheses.add(
        new Hypothesis(
            "the minimum repels",
            repels ? family.status(minimum.point()) : Status.VIOLATED,
            "|z| = " + Numbers.number(radius)));
    if (!repels) {
      return minimum.notMet(ID, hypotheses);
    }
    PassingRuns runs =
        PassingRuns.follow(
            maps.apply(factor),
            minimum.point(),
            minimum.scale(),
            minimum.cell().problem().domain(),
            random);
    return minimum.finding(
        ID,
        verdict(runs),
        hypotheses,
        Map.of("staying", 0.0),
        runs.observed(),
        "at alpha = %s, %d of %d runs were once within %s of the minimum, %d stay%s; %d diverged"
            .formatted(
                Numbers.number(factor * family.alpha()),
                runs.near(),
                PassingRuns.RUNS,
                Numbers.number(runs.distance(), 2),
                runs.staying(),
                runs.held() > 0 ? ", " + runs.held() + " until they are moved" : "",
                runs.diverged()));
  }

  private static Verdict verdict(PassingRuns runs) {
    if (runs.staying() > 0) {
      return Verdict.CONTRADICTED;
    }
    return runs.near() > 0 && runs.held() == 0 ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }
}
