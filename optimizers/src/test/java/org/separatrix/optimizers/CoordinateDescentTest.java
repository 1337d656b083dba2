package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.StepMaps;

class CoordinateDescentTest {
  /** The product of I - alpha e_i e_i' H, the first coordinate first. */
  @Test
  void aSweepOnAQuadraticIsTheProductOfItsCoordinateSteps() {
    StepMap map = StepMaps.of(new CoupledQuadratic(), new CoordinateDescent(0.3));
    double[] x = {1.3, -0.4, 0.8};
    double[] expected = x.clone();
    for (int i = 0; i < 3; i++) {
      double slope = 0;
      for (int j = 0; j < 3; j++) {
        slope += CoupledQuadratic.H[i][j] * expected[j];
      }
      expected[i] -= 0.3 * slope;
    }
    double[] next = new double[3];
    map.apply(x, next);
    assertThat(next).containsExactly(expected, within(1e-15));
  }

  /** One gradient at the position, which the stopping rule needs too, and d - 1 on the way. */
  @Test
  void aSweepCostsAGradientForEachCoordinate() {
    StopRule stop = new StopRule(-1, 10, 1e6, Optional.empty());
    Experiment experiment =
        new Experiment(
            new CoupledQuadratic(), new CoordinateDescent(0.1), new FirstAxis(), stop, 1);
    Runs runs = Engine.run(experiment, 0, 4);
    assertThat(runs.steps()).containsOnly(10);
    assertThat(runs.gradientEvaluations()).isEqualTo(4 * (10 * 3 + 1));
  }

  private static final class FirstAxis implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] x) {
      x[0] = 1;
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }
}
