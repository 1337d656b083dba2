package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Program;

/**
 * The generated loops that move runs of one linear method on one formula, in several forms that
 * give the same bits.
 */
final class StepLoops {
  /** Loops with more arrays or operations than this were often not vectorised by C2. */
  private static final int MOST_ARRAYS = 9;

  private static final int MOST_OPERATIONS = 40;
  private static final int[] STEPS = {1, 2};

  private final List<StepLoop> watching = new ArrayList<>();
  private final FastestForm choice = new FastestForm(STEPS.length);

  private StepLoops(CompiledFormula formula, LinearMethod method) {
    for (int steps : STEPS) {
      watching.add(
          formula
              .sources()
              .instance(
                  StepLoop.class,
                  "Watch",
                  "%d steps of %s, watched.".formatted(steps, method.getClass().getSimpleName()),
                  StepSource.write(formula.gradientProgram(), method, steps, true)));
    }
  }

  /**
   * Generates the loops of an experiment.
   *
   * @return empty if its objective is not a formula, its method is not linear, or they are too
   *     large for one loop
   */
  static Optional<StepLoops> of(Experiment experiment) {
    if (experiment.objective() instanceof CompiledFormula formula
        && experiment.optimizer() instanceof LinearMethod method
        && method.scalars() == 0
        && isSmall(formula.gradientProgram(), method)) {
      return Optional.of(new StepLoops(formula, method));
    }
    return Optional.empty();
  }

  private static boolean isSmall(Program gradient, LinearMethod method) {
    return gradient.inputs() * (1 + method.memory()) <= MOST_ARRAYS
        && gradient.instructions().size() <= MOST_OPERATIONS
        && gradient.instructions().stream()
            .map(Instruction::operation)
            .allMatch(operation -> operation.isArithmetic());
  }

  /**
   * Moves all lanes of a block on, and keeps watch.
   *
   * @param block the block, whose clock goes on
   * @param marks receives the lanes' marks, see {@link StepLoop#run}
   * @param floor see there
   * @param reach see there
   * @param steps an even number of steps
   */
  void watch(Block block, double[] marks, double floor, double reach, int steps) {
    int form = choice.next();
    long started = choice.isOpen() ? System.nanoTime() : 0;
    for (int step = 0; step < steps; step += STEPS[form]) {
      watching.get(form).run(block.position(), block.memory(), marks, floor, reach, block.lanes());
    }
    if (choice.isOpen() && started != 0) {
      choice.note(form, System.nanoTime() - started, (long) steps * block.lanes());
    }
    block.advance(steps);
  }
}
