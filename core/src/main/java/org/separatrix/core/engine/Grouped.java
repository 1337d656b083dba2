package org.separatrix.core.engine;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Program;
import org.separatrix.core.formula.SegmentedProgram;

/**
 * In generated loops over a few coordinates each, which compute gradients, keep watch and move the
 * coordinates. Coordinates about which the formula says the same share a loop.
 */
final class Grouped implements StepForm {
  private final CompiledFormula formula;
  private final LinearMethod method;
  private final StepSlots slots;
  private final Map<StepSource.Mode, SegmentedProgram> programs =
      new EnumMap<>(StepSource.Mode.class);
  private final ThreadLocal<double[][]> workspaces;

  Grouped(CompiledFormula formula, LinearMethod method) {
    this.formula = formula;
    this.method = method;
    slots = StepSlots.of(formula.gradientProgram(), method);
    workspaces = ThreadLocal.withInitial(() -> new double[slots.count()][0]);
  }

  @Override
  public String name() {
    return "a step in loops over a few coordinates each";
  }

  @Override
  public int stepsAtOnce() {
    return 1;
  }

  @Override
  public void watch(Block block, Watch watch, int steps) {
    SegmentedProgram watching = program(StepSource.Mode.WATCH);
    double[][] arrays = bind(block);
    Arrays.fill(arrays[slots.floor()], 0, block.lanes(), watch.floor());
    for (int step = 0; step < steps; step++) {
      watching.run(arrays, block.lanes());
      watch.add(arrays[slots.slack()], arrays[slots.square()], block.lanes());
    }
    release(arrays);
  }

  @Override
  public void measure(Block block, Gauge gauge, int steps) {
    SegmentedProgram plain = program(StepSource.Mode.PLAIN);
    double[][] arrays = bind(block);
    for (int step = 0; step < steps - 1; step++) {
      plain.run(arrays, block.lanes());
    }
    program(StepSource.Mode.MEASURE).run(arrays, block.lanes());
    gauge.measured(arrays[slots.slack()], block.lanes());
    release(arrays);
  }

  /** Returns what is compiled when it is first needed. */
  private SegmentedProgram program(StepSource.Mode mode) {
    synchronized (programs) {
      return programs.computeIfAbsent(mode, this::compile);
    }
  }

  private SegmentedProgram compile(StepSource.Mode mode) {
    Program gradient = formula.gradientProgram();
    List<List<Instruction>> loops = StepCut.loops(StepProgram.pieces(gradient, method, mode));
    BitSet results = new BitSet();
    results.set(slots.position(0), slots.position(slots.dimension()));
    results.set(slots.memory(0, 0), slots.memory(slots.memory(), 0));
    results.set(slots.slack());
    results.set(slots.square());
    return SegmentedProgram.compile(loops, results, formula.sources());
  }

  /** Returns arrays for the slots: those of the block, and the thread's own. */
  private double[][] bind(Block block) {
    double[][] arrays = workspaces.get();
    System.arraycopy(block.position(), 0, arrays, slots.position(0), slots.dimension());
    System.arraycopy(block.gradient(), 0, arrays, slots.gradient(0), slots.dimension());
    for (int j = 0; j < slots.memory(); j++) {
      System.arraycopy(block.memory(j), 0, arrays, slots.memory(j, 0), slots.dimension());
    }
    for (int slot = 2 * slots.dimension(); slot < arrays.length; slot++) {
      if (arrays[slot].length < block.lanes()) {
        arrays[slot] = new double[BlockSize.paddedLength(block.capacity())];
      }
    }
    return arrays;
  }

  /** Forgets the block's arrays. */
  private void release(double[][] arrays) {
    double[] nothing = {};
    Arrays.fill(arrays, 0, slots.gradient(slots.dimension()), nothing);
    Arrays.fill(arrays, slots.memory(0, 0), slots.memory(slots.memory(), 0), nothing);
  }
}
