package org.separatrix.core.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Gives each value of a line of instructions a slot: outputs their own, others one that is free
 * until their last use, so that few registers stay in the cache.
 */
final class RegisterAllocation {
  private final int firstRegister;
  private final int[] lastUse;
  private final int[] slots;
  private final Deque<Integer> free = new ArrayDeque<>();
  private int registers;

  private RegisterAllocation(int inputs, List<Instruction> line, List<Integer> outputs) {
    firstRegister = inputs + outputs.size();
    lastUse = new int[inputs + line.size()];
    slots = new int[inputs + line.size()];
    Arrays.fill(slots, Instruction.NONE);
    for (int k = 0; k < inputs; k++) {
      slots[k] = k;
    }
    for (int j = 0; j < outputs.size(); j++) {
      slots[outputs.get(j)] = inputs + j;
    }
    Arrays.fill(lastUse, Instruction.NONE);
    for (int n = 0; n < line.size(); n++) {
      use(line.get(n).a(), n);
      use(line.get(n).b(), n);
      use(line.get(n).c(), n);
    }
  }

  private void use(int value, int n) {
    if (value != Instruction.NONE) {
      lastUse[value] = n;
    }
  }

  /**
   * Returns the program.
   *
   * @param inputs number d of coordinates, values 0 ... d-1 of the line
   * @param line instructions, the n-th of which makes value d + n
   * @param outputs values to be returned, distinct and none of them a coordinate
   */
  static Program allocate(int inputs, List<Instruction> line, List<Integer> outputs) {
    RegisterAllocation allocation = new RegisterAllocation(inputs, line, outputs);
    List<Instruction> allocated = new ArrayList<>(line.size());
    for (int n = 0; n < line.size(); n++) {
      allocated.add(allocation.place(n, line.get(n)));
    }
    return new Program(inputs, outputs.size(), allocation.registers, allocated);
  }

  private Instruction place(int n, Instruction instruction) {
    int a = slot(instruction.a());
    int b = slot(instruction.b());
    int c = slot(instruction.c());
    free(instruction.a(), n);
    free(instruction.b(), n);
    free(instruction.c(), n);
    int value = instruction.target();
    if (slots[value] == Instruction.NONE) {
      slots[value] = free.isEmpty() ? firstRegister + registers++ : free.pop();
    }
    return new Instruction(instruction.operation(), slots[value], a, b, c, instruction.constant());
  }

  private int slot(int value) {
    return value == Instruction.NONE ? Instruction.NONE : slots[value];
  }

  /** Frees the register of an operand that instruction n is the last to use, once. */
  private void free(int value, int n) {
    if (value != Instruction.NONE && lastUse[value] == n && slots[value] >= firstRegister) {
      free.push(slots[value]);
      lastUse[value] = Instruction.NONE;
    }
  }
}
