package org.separatrix.analysis.degenerate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.core.contract.ObjectiveContract;

class BentObjectiveTest {
  @Test
  void derivativesBelongTogether() {
    Problem problem = Formulas.problem("x^2 + y^4 - y^3*x", Box.cube(2, -1, 1), 20, "x", "y");
    CriticalPoint origin =
        new CriticalPoint(
            "c1",
            new double[2],
            0,
            0,
            new double[] {0, 2},
            new double[][] {{0, 1}, {1, 0}},
            CriticalPointKind.DEGENERATE,
            Status.DECLARED);
    Kernel kernel = new Kernel(origin, List.of(new double[] {0.6, 0.8}), List.of(0));
    Objective bent = BentObjective.of(problem, kernel, 0.7).objective();

    assertThat(bent).isInstanceOf(TwiceDifferentiable.class);
    assertThat(ObjectiveContract.violations(bent, 1)).isEmpty();
  }
}
