package org.separatrix.core.precision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.core.contract.ObjectiveContract;
import org.separatrix.core.critical.WithHessian;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class TurnedObjectiveTest {
  private static final Objective FUNCTION =
      new SymbolicFormulaCompiler()
          .compile(
              Formula.of("sin(x)*y + exp(z*x/3) + y^2*z", "x", "y", "z"),
              Landscape.on(Box.cube(3, -1, 1)));

  /** That of the function before it is turned is none. */
  @Test
  void itsHessianIsTurnedToo() {
    TurnedObjective turned = new TurnedObjective(FUNCTION, new SplittableRandom(3));

    Objective right = WithHessian.ifAny(turned, FUNCTION, turned::hessian);
    assertThat(right).isInstanceOf(TwiceDifferentiable.class);
    assertThat(ObjectiveContract.violations(right, 1)).isEmpty();

    Objective wrong = WithHessian.ifAny(turned, FUNCTION, TwiceDifferentiable::hessian);
    assertThat(ObjectiveContract.violations(wrong, 1))
        .singleElement()
        .asString()
        .startsWith("hessian: at");
  }
}
