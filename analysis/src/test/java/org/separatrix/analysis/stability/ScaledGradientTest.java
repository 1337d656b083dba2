package org.separatrix.analysis.stability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Formulas;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.core.contract.ObjectiveContract;

class ScaledGradientTest {
  @Test
  void derivativesBelongTogether() {
    Objective scaled = ScaledGradient.of(Formulas.himmelblau(), 3).objective();

    assertThat(scaled).isInstanceOf(TwiceDifferentiable.class);
    assertThat(ObjectiveContract.violations(scaled, 1)).isEmpty();
  }

  @Test
  void whatHasNoHessianGetsNone() {
    assertThat(ScaledGradient.of(Functions.lee(), 3).objective())
        .isNotInstanceOf(TwiceDifferentiable.class);
  }
}
