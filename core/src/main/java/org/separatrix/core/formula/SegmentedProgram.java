package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.separatrix.core.code.SourceCompiler;

/**
 * A program as compiled loops: one for each {@link Segment}, and one for each elementary function
 * that is not part of a segment. The results are those of its instructions one by one.
 */
public final class SegmentedProgram {
  /** Most instructions in a segment. Loops that are longer were often not vectorised by C2. */
  static final int LONGEST = 24;

  /** Most results of a program in a segment, for the same reason. */
  private static final int MOST_RESULTS = 2;

  private final List<Part> parts;

  private SegmentedProgram(List<Part> parts) {
    this.parts = parts;
  }

  /** Something to do for all lanes. */
  @FunctionalInterface
  private interface Part {
    void run(double[][] slots, int lanes);
  }

  /**
   * Compiles a program.
   *
   * @param program the program
   * @param compiler compiles the segments
   * @param longest most instructions in a segment
   */
  static SegmentedProgram compile(Program program, SourceCompiler compiler, int longest) {
    BitSet results = new BitSet();
    results.set(program.inputs(), program.inputs() + program.outputs());
    return compile(cut(program, longest), results, compiler);
  }

  /**
   * Compiles instructions that are cut into loops.
   *
   * <p>An elementary function alone is computed as {@link ElementaryFunction} defines it. Among
   * other instructions it is computed as by {@link ElementaryLanes} alone, which may be not a
   * number where the function is one.
   *
   * @param loops the instructions of each loop, in order
   * @param results the slots whose values are asked for
   * @param compiler compiles the segments
   */
  public static SegmentedProgram compile(
      List<List<Instruction>> loops, BitSet results, SourceCompiler compiler) {
    Map<String, SegmentKernel> known = new HashMap<>();
    List<Part> parts = new ArrayList<>();
    for (Stretch stretch : withLiveness(loops, results)) {
      List<Instruction> instructions = stretch.instructions;
      Instruction first = instructions.get(0);
      if (instructions.size() == 1 && !first.operation().isArithmetic()) {
        parts.add((slots, lanes) -> BlockKernels.run(first, slots, lanes));
        continue;
      }
      Segment segment = Segment.of(instructions, stretch.neededLater);
      int[] at = segment.slots();
      double[] constants = segment.constants();
      SegmentKernel kernel =
          known.computeIfAbsent(
              segment.source(),
              source ->
                  compiler.instance(
                      SegmentKernel.class, "Segment", "A part of a formula.", source));
      parts.add((slots, lanes) -> kernel.run(slots, at, constants, lanes));
    }
    return new SegmentedProgram(parts);
  }

  /**
   * Computes the program at each lane.
   *
   * @param slots an array for each slot; those that are assigned are overwritten
   * @param lanes number of points
   */
  public void run(double[][] slots, int lanes) {
    for (Part part : parts) {
      part.run(slots, lanes);
    }
  }

  /** Instructions for one loop, and the slots whose values are needed after it. */
  private record Stretch(List<Instruction> instructions, Set<Integer> neededLater) {}

  private static List<List<Instruction>> cut(Program program, int longest) {
    List<List<Instruction>> cut = new ArrayList<>();
    List<Instruction> current = new ArrayList<>();
    int results = 0;
    for (Instruction instruction : program.instructions()) {
      boolean arithmetic = instruction.operation().isArithmetic();
      boolean full = current.size() == longest || results == MOST_RESULTS;
      if (!current.isEmpty() && (!arithmetic || !isArithmetic(current) || full)) {
        cut.add(current);
        current = new ArrayList<>();
        results = 0;
      }
      current.add(instruction);
      results += program.isOutput(instruction.target()) ? 1 : 0;
    }
    if (!current.isEmpty()) {
      cut.add(current);
    }
    return cut;
  }

  private static boolean isArithmetic(List<Instruction> instructions) {
    return instructions.get(0).operation().isArithmetic();
  }

  /** Goes backwards, so that it is known what is needed later. */
  private static List<Stretch> withLiveness(List<List<Instruction>> cut, BitSet results) {
    BitSet live = (BitSet) results.clone();
    List<Stretch> stretches = new ArrayList<>();
    for (int n = cut.size() - 1; n >= 0; n--) {
      Set<Integer> needed = new HashSet<>();
      for (Instruction instruction : cut.get(n)) {
        if (live.get(instruction.target())) {
          needed.add(instruction.target());
        }
      }
      stretches.add(new Stretch(cut.get(n), needed));
      List<Instruction> backwards = new ArrayList<>(cut.get(n));
      Collections.reverse(backwards);
      for (Instruction instruction : backwards) {
        live.clear(instruction.target());
        instruction.operands().forEach(live::set);
      }
    }
    Collections.reverse(stretches);
    return stretches;
  }
}
