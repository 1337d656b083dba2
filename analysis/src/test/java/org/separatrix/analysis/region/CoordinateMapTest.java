package org.separatrix.analysis.region;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;

class CoordinateMapTest {
  /** As log k, which is not bounded, and as 1 / sqrt(k), which is. */
  @Test
  void slowDriftsAreToldFromSlowConvergence() {
    Problem problem =
        Functions.problem(
            "drifts",
            Box.cube(2, 0, 1),
            3,
            (x, g) -> {
              g[0] = -Math.exp(-x[0]);
              g[1] = x[1] * x[1] * x[1];
            });

    assertThat(new CoordinateMap(problem, 0, 0.1).drifts(0.5, 1, 10_000)).isTrue();
    assertThat(new CoordinateMap(problem, 0, 0.1).drifts(0.5, 100, 10_000)).isFalse();
    assertThat(new CoordinateMap(problem, 1, 0.1).drifts(-1.5, -2, 10_000)).isFalse();
  }
}
