package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Operation;
import org.separatrix.core.formula.Program;

/** One of the ways to move runs of a linear method on; all give the same bits. */
interface StepForm {
  /** More arrays than this are better divided among loops. */
  int MOST_ARRAYS = 16;

  /** Up to so many arrays one loop over all of them is the fastest, if it is short. */
  int FEW_ARRAYS = 9;

  /** With more operations than this, those of elementary functions included, it is not short. */
  int MOST_OPERATIONS = 60;

  /** Largest number of steps in one generated loop. */
  int MOST_STEPS = 2;

  /** Returns what it is. */
  String name();

  /** Returns the number of steps of which only multiples can be taken. */
  int stepsAtOnce();

  /** Moves on and keeps watch, see {@link StepLoop#run}. */
  void watch(Block block, Watch watch, int steps);

  /** Moves on and measures, see {@link StepLoop#run}. */
  void measure(Block block, Gauge gauge, int steps);

  /**
   * Returns the ways for an objective and a method. A formula that is neither short nor long, or of
   * neither few nor many coordinates, may go either way.
   */
  static List<StepForm> of(Objective objective, LinearMethod method) {
    List<StepForm> forms = new ArrayList<>();
    forms.add(new Divided(objective, method));
    if (objective instanceof CompiledFormula formula) {
      boolean small = isSmall(formula.gradientProgram(), method);
      if (small) {
        for (int steps = 1; steps <= MOST_STEPS; steps++) {
          forms.add(Fused.of(formula, method, steps));
        }
      }
      if (!small
          || arrays(formula.gradientProgram(), method) > FEW_ARRAYS
          || isLong(formula.gradientProgram())) {
        forms.add(new Grouped(formula, method));
      }
    }
    return forms;
  }

  /** Returns the loops that halt lanes, for a formula that is small enough. */
  static Optional<Halting> halting(Objective objective, LinearMethod method) {
    return objective instanceof CompiledFormula formula
            && isSmall(formula.gradientProgram(), method)
        ? Optional.of(Halting.of(formula, method))
        : Optional.empty();
  }

  private static boolean isSmall(Program gradient, LinearMethod method) {
    int most = isLong(gradient) ? FEW_ARRAYS : MOST_ARRAYS;
    return arrays(gradient, method) <= most
        && gradient.instructions().size() <= MOST_OPERATIONS
        && gradient.instructions().stream()
            .map(Instruction::operation)
            .noneMatch(operation -> operation == Operation.POWER);
  }

  private static int arrays(Program gradient, LinearMethod method) {
    return gradient.inputs() * (1 + method.memory());
  }

  private static boolean isLong(Program gradient) {
    return StepCut.operations(gradient) > MOST_OPERATIONS;
  }

  /** Through the interfaces of objective and method, in loops over one coordinate each. */
  record Divided(Objective objective, LinearMethod method) implements StepForm {
    @Override
    public String name() {
      return "a loop for each coordinate";
    }

    @Override
    public int stepsAtOnce() {
      return 1;
    }

    @Override
    public void watch(Block block, Watch watch, int steps) {
      if (WatchedDescent.suits(method, block.dimension())) {
        double b = method.b()[0];
        for (int step = 0; step < steps; step++) {
          evaluate(block);
          WatchedDescent.step(block, watch, b);
        }
      } else {
        for (int step = 0; step < steps; step++) {
          evaluate(block);
          watch.add(block);
          step(block);
        }
      }
    }

    @Override
    public void measure(Block block, Gauge gauge, int steps) {
      for (int step = 0; step < steps; step++) {
        evaluate(block);
        if (step == steps - 1) {
          gauge.measure(block);
        }
        step(block);
      }
    }

    private void evaluate(Block block) {
      objective.gradient(block.position(), block.gradient(), block.lanes());
    }

    private void step(Block block) {
      method.step(block, new CountingOracle(objective));
    }
  }

  /** In generated loops over all coordinates, each a few steps. */
  record Fused(int stepsAtOnce, StepLoop plain, StepLoop watching, StepLoop measuring)
      implements StepForm {
    static Fused of(CompiledFormula formula, LinearMethod method, int steps) {
      List<StepLoop> loops =
          Arrays.stream(StepSource.Mode.values())
              .map(
                  mode ->
                      formula
                          .sources()
                          .instance(
                              StepLoop.class,
                              "Steps",
                              "%s: %s.".formatted(method.getClass().getSimpleName(), mode),
                              StepSource.write(formula.gradientProgram(), method, steps, mode)))
              .toList();
      return new Fused(steps, loops.get(0), loops.get(1), loops.get(2));
    }

    @Override
    public String name() {
      return stepsAtOnce == 1 ? "a step in a loop" : stepsAtOnce + " steps in a loop";
    }

    @Override
    public void watch(Block block, Watch watch, int steps) {
      for (int step = 0; step < steps; step += stepsAtOnce) {
        run(watching, block, watch.marks(), watch.floor(), watch.weight());
      }
    }

    @Override
    public void measure(Block block, Gauge gauge, int steps) {
      for (int step = 0; step < steps - stepsAtOnce; step += stepsAtOnce) {
        run(plain, block, gauge.marks(), 0, 0);
      }
      run(measuring, block, gauge.marks(), 0, 0);
    }

    private static void run(
        StepLoop loop, Block block, double[] marks, double floor, double weight) {
      loop.run(block.position(), block.memory(), marks, floor, weight, block.lanes());
    }
  }
}
