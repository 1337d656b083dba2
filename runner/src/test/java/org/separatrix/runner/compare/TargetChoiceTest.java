package org.separatrix.runner.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.engine.Target;
import org.separatrix.runner.study.Compare;

class TargetChoiceTest {
  private static final StopRule STOP = new StopRule(1e-4, 100, 1e8, Optional.empty());
  private static final Problem PROBLEM =
      new Problem("f", new Flat(), new Box(new double[] {-9}, new double[] {9}), Optional.empty());

  private static CriticalPoint point(String id, double x, double value, CriticalPointKind kind) {
    return new CriticalPoint(
        id,
        new double[] {x},
        value,
        0,
        new double[] {1},
        new double[][] {{1}},
        kind,
        Status.CERTIFIED);
  }

  private static Census census(Status completeness) {
    return census(1, completeness);
  }

  private static Census census(double unit, Status completeness) {
    return new Census(
        PROBLEM,
        List.of(
            point("c1", -3, -5 * unit, CriticalPointKind.LOCAL_MINIMUM),
            point("c2", 0, -9 * unit, CriticalPointKind.STRICT_SADDLE),
            point("c3", 2, -2 * unit, CriticalPointKind.LOCAL_MINIMUM),
            point("c4", 3, (-5 + 1e-13) * unit, CriticalPointKind.LOCAL_MINIMUM)),
        completeness);
  }

  private static Compare wanted(Compare.Minima minima) {
    return new Compare(
        200, new Compare.Targets(List.of(1e-2, 1e-6), List.of(0.5), List.of(0.1)), minima);
  }

  @Test
  void theLeastMinimaAreTheReference() {
    TargetChoice choice =
        TargetChoice.of(wanted(Compare.Minima.LEAST), census(Status.CERTIFIED), STOP);

    assertThat(choice.targets())
        .extracting(ComparedTarget::condition)
        .containsExactly("|grad f| <= 0.01", "f - f* <= 0.5", "distance <= 0.1");
    assertThat(choice.conditions().get(0)).isEqualTo(new Target.GradientNorm(1e-2));
    assertThat(choice.conditions().get(1)).isEqualTo(new Target.Value(-4.5));
    assertThat(((Target.Distance) choice.conditions().get(2)).points())
        .containsExactly(new double[] {-3}, new double[] {3});
    assertThat(choice.targets())
        .extracting(ComparedTarget::status)
        .containsExactly(
            Optional.empty(), Optional.of(Status.CERTIFIED), Optional.of(Status.CERTIFIED));
  }

  @Test
  void minimaOfSmallValuesAreToldApart() {
    TargetChoice choice =
        TargetChoice.of(wanted(Compare.Minima.LEAST), census(1e-12, Status.CERTIFIED), STOP);

    assertThat(((Target.Distance) choice.conditions().get(2)).points())
        .containsExactly(new double[] {-3}, new double[] {3});
  }

  @Test
  void whatTheStopRuleRulesOutIsSaid() {
    assertThat(
            TargetChoice.of(wanted(Compare.Minima.LEAST), census(Status.CERTIFIED), STOP).remarks())
        .containsExactly(
            "f: the target |grad f| <= 1.0E-6 is left out, runs stop at gradient-tolerance 1.0E-4");
  }

  @Test
  void anyMinimumMayCount() {
    TargetChoice choice =
        TargetChoice.of(wanted(Compare.Minima.ANY), census(Status.ESTIMATED), STOP);

    assertThat(((Target.Distance) choice.conditions().get(2)).points()).hasSize(3);
    assertThat(choice.targets().get(2).status()).contains(Status.ESTIMATED);
  }

  @Test
  void withoutAMinimumThereIsNoTargetAtOne() {
    TargetChoice choice =
        TargetChoice.of(
            wanted(Compare.Minima.LEAST), new Census(PROBLEM, List.of(), Status.CERTIFIED), STOP);

    assertThat(choice.targets()).hasSize(1);
    assertThat(choice.remarks())
        .contains("f: no minimum is known, so there is no target of value or distance");
  }

  /** A function of one coordinate; its values do not matter here. */
  private static final class Flat extends PointObjective {
    @Override
    public int dimension() {
      return 1;
    }

    @Override
    public double value(double[] x) {
      return 0;
    }

    @Override
    public void gradient(double[] x, double[] g) {
      g[0] = 0;
    }
  }
}
