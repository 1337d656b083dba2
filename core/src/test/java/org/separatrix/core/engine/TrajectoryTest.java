package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.optimizer.Optimizer;

class TrajectoryTest {
  private static final StopRule STOP = new StopRule(1e-6, 1_000, 1e8, Optional.empty());

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 7, 100_000})
  void goesFromTheStartToTheEndOfTheRun(long every) {
    for (Optimizer method : List.of(FixedStep.gradientDescent(0.1), new RandomWalk())) {
      Experiment experiment = new Experiment(new LeeFunction(), method, new CubeStart(), STOP, 7);
      Runs runs = Engine.run(experiment, 0, 64);
      List<Long> steps = new ArrayList<>();
      List<double[]> positions = new ArrayList<>();

      Trajectory.follow(
          experiment,
          50,
          every,
          (step, x) -> {
            steps.add(step);
            positions.add(x.clone());
          });

      long last = runs.steps()[50];
      assertThat(steps).startsWith(0L).endsWith(last).doesNotHaveDuplicates().isSorted();
      assertThat(steps).hasSize((int) ((last + every - 1) / every) + 1);
      assertThat(positions.get(0)).isEqualTo(runs.startOf(50));
      assertThat(positions.get(positions.size() - 1)).isEqualTo(runs.endOf(50));
    }
  }
}
