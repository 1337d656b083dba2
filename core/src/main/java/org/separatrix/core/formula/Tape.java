package org.separatrix.core.formula;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.code.SourceCompiler;

/**
 * Runs a {@link Program} at many points, in structure of arrays.
 *
 * <p>At first each instruction is one loop over the lanes. A tape that is used a lot is compiled,
 * which takes the time of about {@link #WARM} operations and gives the same results. Lanes do not
 * see each other, so what comes out for one depends neither on their number nor on its place among
 * them.
 *
 * <p>One tape serves all threads; each has its own {@link Workspace}.
 */
final class Tape {
  /**
   * Largest number of lanes worked on at once; larger blocks are cut into tiles of half as many.
   */
  static final int LANES = 1024;

  private static final int TILE = LANES / 2;
  private static final double[] NOTHING = {};

  /** Number of operations on a lane after which a tape is compiled. */
  private static final long WARM = 500_000_000;

  private final Program program;
  private final SourceCompiler compiler;
  private final int inputs;
  private final int outputs;
  private final Instruction[] instructions;
  private final AtomicLong work = new AtomicLong();
  private final AtomicBoolean beingCompiled = new AtomicBoolean();
  private volatile @Nullable SegmentedProgram compiled;
  private final ThreadLocal<Workspace> workspaces;
  private final ThreadLocal<double[]> points;

  /**
   * Creates a tape.
   *
   * @param program what to compute
   * @param compiler compiles it when it is used a lot
   */
  Tape(Program program, SourceCompiler compiler) {
    this.program = program;
    this.compiler = compiler;
    inputs = program.inputs();
    outputs = program.outputs();
    instructions = program.instructions().toArray(new Instruction[0]);
    workspaces = ThreadLocal.withInitial(() -> new Workspace(inputs, outputs, program.registers()));
    points = ThreadLocal.withInitial(() -> new double[program.slots()]);
  }

  /** Returns what it computes. */
  Program program() {
    return program;
  }

  /**
   * Evaluates at each lane.
   *
   * @param x coordinates, {@code d x lanes}; not modified
   * @param out receives the results, {@code m x lanes}; shares no array with {@code x}
   * @param lanes number of points
   */
  void evaluate(double[][] x, double[][] out, int lanes) {
    if (lanes == 1) {
      evaluateFirst(x, out);
      return;
    }
    Workspace workspace = workspaces.get();
    if (lanes <= LANES) {
      double[][] slots = workspace.bind(x, out, lanes);
      run(slots, lanes);
      workspace.release();
      return;
    }
    for (int from = 0; from < lanes; from += TILE) {
      int count = Math.min(TILE, lanes - from);
      double[][] slots = workspace.load(x, from, count);
      run(slots, count);
      workspace.store(out, from, count);
    }
  }

  /**
   * Evaluates the only output at each lane.
   *
   * @param x coordinates, {@code d x lanes}; not modified
   * @param out receives the result, {@code lanes}; not one of {@code x}
   * @param lanes number of points
   */
  void evaluate(double[][] x, double[] out, int lanes) {
    double[][] only = workspaces.get().only;
    only[0] = out;
    evaluate(x, only, lanes);
    only[0] = NOTHING;
  }

  private void run(double[][] slots, int lanes) {
    SegmentedProgram loops = compiled;
    if (loops != null) {
      loops.run(slots, lanes);
      return;
    }
    long done = work.addAndGet((long) lanes * instructions.length);
    if (done > WARM && beingCompiled.compareAndSet(false, true)) {
      compile();
    }
    for (Instruction instruction : instructions) {
      BlockKernels.run(instruction, slots, lanes);
    }
  }

  /** Compiles the program now. */
  void compile() {
    compiled = SegmentedProgram.compile(program, compiler, SegmentedProgram.LONGEST);
  }

  /**
   * Evaluates at one point, with the same results as on a block.
   *
   * @param x the point, length d; not modified
   * @param out receives the results, length m
   */
  void evaluate(double[] x, double[] out) {
    double[] slots = points.get();
    System.arraycopy(x, 0, slots, 0, inputs);
    run(slots);
    System.arraycopy(slots, inputs, out, 0, outputs);
  }

  /** Evaluates at the first lane, without the loops. */
  private void evaluateFirst(double[][] x, double[][] out) {
    double[] slots = points.get();
    for (int k = 0; k < inputs; k++) {
      slots[k] = x[k][0];
    }
    run(slots);
    for (int j = 0; j < outputs; j++) {
      out[j][0] = slots[inputs + j];
    }
  }

  private void run(double[] slots) {
    for (Instruction instruction : instructions) {
      slots[instruction.target()] =
          instruction
              .operation()
              .apply(
                  operand(slots, instruction.a()),
                  operand(slots, instruction.b()),
                  operand(slots, instruction.c()),
                  instruction.constant());
    }
  }

  private static double operand(double[] slots, int index) {
    return index == Instruction.NONE ? 0 : slots[index];
  }
}
