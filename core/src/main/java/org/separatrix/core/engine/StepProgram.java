package org.separatrix.core.engine;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.Operation;
import org.separatrix.core.formula.Program;

/**
 * A step of a linear method as instructions: the gradient; what the watch adds up; and the update
 * of each coordinate, in place, as soon as its gradient is known and nothing else reads it. The
 * arithmetic of the update is that of {@link LinearMethod}, operation by operation.
 */
final class StepProgram {
  private static final int NONE = Instruction.NONE;

  private final List<Instruction> gradient;
  private final StepSlots slots;
  private final StepSource.Mode mode;
  private final boolean followsPath;
  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final List<List<Instruction>> pieces = new ArrayList<>();
  private List<Instruction> piece = new ArrayList<>();
  private boolean slackHasBegun;
  private boolean squareHasBegun;

  private StepProgram(Program gradient, LinearMethod method, StepSource.Mode mode) {
    this.gradient = gradient.instructions();
    this.mode = mode;
    slots = StepSlots.of(gradient, method);
    followsPath = Watch.followsPath(method);
    a = method.a();
    b = method.b();
    c = method.c();
  }

  /**
   * Returns the instructions of a step in pieces, of which each but the last ends with the update
   * of a coordinate.
   *
   * @param gradient computes the gradient
   * @param method the method
   * @param mode what else it does
   */
  static List<List<Instruction>> pieces(
      Program gradient, LinearMethod method, StepSource.Mode mode) {
    return new StepProgram(gradient, method, mode).write();
  }

  private List<List<Instruction>> write() {
    List<List<Integer>> due = updatesByInstruction();
    for (int n = 0; n < gradient.size(); n++) {
      Instruction instruction = gradient.get(n);
      piece.add(instruction);
      if (isGradient(instruction.target())) {
        watchGradient(instruction.target());
      }
      for (int k : due.get(n)) {
        watchPosition(k);
        update(k);
        pieces.add(piece);
        piece = new ArrayList<>();
      }
    }
    if (!piece.isEmpty()) {
      pieces.add(piece);
    }
    return pieces;
  }

  /** Returns the coordinates that can be updated behind each instruction, and not earlier. */
  private List<List<Integer>> updatesByInstruction() {
    int[] last = new int[slots.dimension()];
    for (int n = 0; n < gradient.size(); n++) {
      Instruction instruction = gradient.get(n);
      int now = n;
      instruction.operands().filter(slot -> slot < last.length).forEach(k -> last[k] = now);
      if (isGradient(instruction.target())) {
        last[instruction.target() - slots.gradient(0)] = n;
      }
    }
    List<List<Integer>> due = new ArrayList<>();
    gradient.forEach(instruction -> due.add(new ArrayList<>()));
    for (int k = 0; k < last.length; k++) {
      due.get(last[k]).add(k);
    }
    return due;
  }

  private boolean isGradient(int slot) {
    return slot >= slots.gradient(0) && slot < slots.gradient(slots.dimension());
  }

  private void watchGradient(int slope) {
    if (mode == StepSource.Mode.WATCH) {
      addSquare(slope, slackHasBegun ? slots.slack() : slots.floor(), slots.slack());
    } else if (mode == StepSource.Mode.MEASURE) {
      addSquare(slope, slackHasBegun ? slots.slack() : NONE, slots.slack());
    }
    slackHasBegun = true;
  }

  private void watchPosition(int k) {
    if (mode == StepSource.Mode.WATCH && !followsPath) {
      addSquare(slots.position(k), squareHasBegun ? slots.square() : NONE, slots.square());
      squareHasBegun = true;
    }
  }

  private void addSquare(int of, int before, int sum) {
    Operation operation = before == NONE ? Operation.MULTIPLY : Operation.MULTIPLY_ADD;
    add(operation, sum, of, of, before, 0);
  }

  private void update(int k) {
    int n = b.length;
    for (int i = 0; i < n; i++) {
      scale(a[i][0], slots.state(0, k), slots.next(i));
      addScaled(b[i], slots.gradient(k), slots.next(i));
      for (int j = 1; j < n; j++) {
        addScaled(a[i][j], slots.state(j, k), slots.next(i));
      }
    }
    for (int j = 0; j < n; j++) {
      copy(slots.next(j), slots.state(j, k));
    }
    if (!slots.positionIsState()) {
      scale(c[0], slots.state(0, k), slots.position(k));
      for (int j = 1; j < n; j++) {
        addScaled(c[j], slots.state(j, k), slots.position(k));
      }
    }
  }

  private void scale(double factor, int slot, int target) {
    if (factor == 1) {
      copy(slot, target);
    } else {
      add(Operation.SCALE, target, slot, NONE, NONE, factor);
    }
  }

  /** A zero factor adds nothing, even where the term is infinite. */
  private void addScaled(double factor, int slot, int sum) {
    if (factor != 0) {
      add(Operation.SCALE_ADD, sum, slot, sum, NONE, factor);
    }
  }

  private void copy(int slot, int target) {
    add(Operation.COPY, target, slot, NONE, NONE, 0);
  }

  private void add(Operation operation, int target, int a, int b, int c, double constant) {
    piece.add(new Instruction(operation, target, a, b, c, constant));
  }
}
