package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Program;

/**
 * The ways to move runs of a linear method on without a look at each of them: through the
 * interfaces of objective and method, and, where the objective is a small formula, in generated
 * loops. All give the same bits; the fastest is found at work. Serves several threads.
 */
final class StepLoops {
  /** A loop with more arrays or operations than this is better divided. */
  private static final int MOST_ARRAYS = 9;

  private static final int MOST_OPERATIONS = 60;
  private static final int[] STEPS = {1, 2};

  private final Objective objective;
  private final LinearMethod method;
  private final List<Form> watching = new ArrayList<>();
  private final FastestForm choice;

  /** A way to move lanes some steps on. */
  private interface Form {
    void run(Block block, Watch watch, double[] marks, double floor, double reach, int steps);
  }

  private StepLoops(Objective objective, LinearMethod method) {
    this.objective = objective;
    this.method = method;
    watching.add(this::throughInterfaces);
    if (objective instanceof CompiledFormula formula
        && isSmall(formula.gradientProgram(), method)) {
      for (int steps : STEPS) {
        watching.add(generated(formula, steps));
      }
    }
    choice = new FastestForm(watching.size());
  }

  /**
   * Returns the loops of an experiment.
   *
   * @return empty if its method is not linear
   */
  static Optional<StepLoops> of(Experiment experiment) {
    return experiment.optimizer() instanceof LinearMethod method && method.scalars() == 0
        ? Optional.of(new StepLoops(experiment.objective(), method))
        : Optional.empty();
  }

  private static boolean isSmall(Program gradient, LinearMethod method) {
    return gradient.inputs() * (1 + method.memory()) <= MOST_ARRAYS
        && gradient.instructions().size() <= MOST_OPERATIONS
        && gradient.instructions().stream()
            .map(Instruction::operation)
            .allMatch(operation -> operation.isArithmetic());
  }

  private Form generated(CompiledFormula formula, int stepsAtOnce) {
    StepLoop loop =
        formula
            .sources()
            .instance(
                StepLoop.class,
                "Watch",
                "Steps of %s, watched.".formatted(method.getClass().getSimpleName()),
                StepSource.write(formula.gradientProgram(), method, stepsAtOnce, true));
    return (block, watch, marks, floor, reach, steps) -> {
      for (int step = 0; step < steps; step += stepsAtOnce) {
        loop.run(block.position(), block.memory(), marks, floor, reach, block.lanes());
      }
    };
  }

  private void throughInterfaces(
      Block block, Watch watch, double[] marks, double floor, double reach, int steps) {
    CountingOracle oracle = new CountingOracle(objective);
    for (int step = 0; step < steps; step++) {
      objective.gradient(block.position(), block.gradient(), block.lanes());
      watch.add(block, marks, floor, reach);
      method.step(block, oracle);
    }
  }

  /**
   * Moves all lanes of a block on, and keeps watch.
   *
   * @param block the block, whose clock goes on
   * @param watch of the thread
   * @param marks receives the lanes' marks, see {@link StepLoop#run}
   * @param floor see there
   * @param reach see there
   * @param steps an even number of steps
   */
  void watch(Block block, Watch watch, double[] marks, double floor, double reach, int steps) {
    int form = choice.next();
    boolean timed = choice.isOpen();
    long started = timed ? System.nanoTime() : 0;
    watching.get(form).run(block, watch, marks, floor, reach, steps);
    if (timed) {
      choice.note(form, System.nanoTime() - started, (long) steps * block.lanes());
    }
    block.advance(steps);
  }
}
