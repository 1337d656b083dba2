package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.planar;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SensitivityTest {
  /** Against runs that are disturbed on the way. */
  @Test
  void isTheDerivativeOfTheEndByAnErrorOnTheWay() {
    MethodMap map = planar(Examples.HIMMELBLAU, heavyBall(0.005, 0.5));
    double[][] last = {{1, 0, 0.5, 0}, {0, -2, 0, 1}};
    List<double[]> run = new ArrayList<>();
    double[] state = map.resting(0.5, 2);
    for (int k = 0; k < 8; k++) {
      run.add(state);
      state = map.apply(state);
    }
    Sensitivity sensitivity = Sensitivity.along(map, run, last);
    double sum = 0;
    for (int k = 0; k < run.size(); k++) {
      double[] error = {1e-6, -2e-6, 1e-6, 3e-6};
      double[] difference =
          Vectors.sum(end(map, run, k, error), -1, end(map, run, k, Vectors.scaled(-1, error)));
      double[] expected = Vectors.product(last, Vectors.scaled(0.5, difference));
      assertThat(sensitivity.effect(k, error)).containsExactly(expected, within(1e-10));
      sum += k == 0 ? 0 : sensitivity.amplification(k);
    }
    assertThat(sensitivity.ofEveryStep()).isCloseTo(sum, within(1e-12 * sum));
    assertThat(sensitivity.amplification(7)).isCloseTo(2.5, within(1e-12));
  }

  private static double[] end(MethodMap map, List<double[]> run, int k, double[] error) {
    double[] state = Vectors.sum(run.get(k), 1, error);
    for (int i = k; i < run.size() - 1; i++) {
      state = map.apply(state);
    }
    return state;
  }
}
