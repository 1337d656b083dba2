package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.start.UniformBox;

class ResumptionTest {
  private static final int RUNS = 100;

  private static final long[] NUMBERS = LongStream.range(0, RUNS).toArray();

  private static final Objective LEE =
      new SymbolicFormulaCompiler().compile(Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y"));

  @Test
  void runsThatAreRunOnEndAsIfTheyHadNotStopped() {
    StartDistribution box = new UniformBox(Box.cube(2, -1, 1));
    Runs halfWay = run(box, 7);
    int[] all = IntStream.range(0, RUNS).toArray();

    Runs resumed = run(new Resumption(NUMBERS, States.of(halfWay, all)), 5);
    Runs atOnce = run(box, 12);

    assertThat(resumed.end()).isDeepEqualTo(atOnce.end());
    assertThat(resumed.memory()).isDeepEqualTo(atOnce.memory());
    assertThat(resumed.scalars()).isDeepEqualTo(atOnce.scalars());
    // Steps and momentum that began anew would lead elsewhere.
    Runs fromRest =
        run(
            new Resumption(NUMBERS, new States(halfWay.end(), new double[0][][], new double[0][])),
            5);
    assertThat(fromRest.end()[0]).isNotEqualTo(atOnce.end()[0]);
  }

  /** Whether the method draws for one lane or for all at a time. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void runsDrawUnderTheirNumbersWhateverRunsAreBesideThem(boolean together) {
    long[] numbers = {5, 900, 3};
    double[][] origin = new double[2][numbers.length];
    Runs all = noisy(numbers, origin, together);

    for (int i = 0; i < numbers.length; i++) {
      Runs alone = noisy(new long[] {numbers[i]}, new double[2][1], together);
      assertThat(all.endOf(i)).isEqualTo(alone.endOf(0));
    }
    assertThat(all.endOf(0)).isNotEqualTo(all.endOf(1));
  }

  private static Runs noisy(long[] numbers, double[][] position, boolean together) {
    States states = new States(position, new double[0][][], new double[0][]);
    StopRule stop = new StopRule(-1, 4, 1e6, Optional.empty());
    Resumption starts = new Resumption(numbers, states);
    return Engine.run(
        new Experiment(LEE, new NoisyDescent(together), starts, stop, 3), 0, numbers.length);
  }

  private static Runs run(StartDistribution starts, long steps) {
    StopRule stop = new StopRule(-1, steps, 1e6, Optional.empty());
    return Engine.run(new Experiment(LEE, new CoolingMomentum(), starts, stop, 3), 0, RUNS);
  }

  /** Momentum whose step size, a scalar, shrinks. */
  private static final class CoolingMomentum implements Optimizer {
    @Override
    public int memory() {
      return 1;
    }

    @Override
    public int scalars() {
      return 1;
    }

    @Override
    public void start(Iterates block, int lane) {
      block.scalar(0)[lane] = 0.1;
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      for (int k = 0; k < block.dimension(); k++) {
        double[] velocity = block.memory(0)[k];
        for (int i = 0; i < block.lanes(); i++) {
          velocity[i] = 0.5 * velocity[i] - block.scalar(0)[i] * block.gradient()[k][i];
          block.position()[k][i] += velocity[i];
        }
      }
      for (int i = 0; i < block.lanes(); i++) {
        block.scalar(0)[i] *= 0.9;
      }
    }
  }
}
