package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Consecutive instructions of a {@link Program} that are computed in one loop over the lanes, with
 * what they need only among themselves in local variables.
 *
 * <p>Its source names neither slots nor numbers: they are handed over in arrays. So the segments of
 * a long sum, which do the same in different places, share one source, and a formula in a thousand
 * variables has few of them.
 */
final class Segment {
  private final Map<Integer, String> arrays = new LinkedHashMap<>();
  private final List<Double> constants = new ArrayList<>();
  private final StringBuilder loads = new StringBuilder();
  private final StringBuilder statements = new StringBuilder();
  private final StringBuilder stores = new StringBuilder();

  /** Where the current value of each slot is: a local variable. */
  private final Map<Integer, String> locals = new HashMap<>();

  private final LoopText text;

  private Segment(List<Instruction> instructions) {
    text = new LoopText(instructions);
  }

  /**
   * Describes a segment.
   *
   * @param instructions arithmetic
   * @param neededLater the slots that are read or returned after the segment
   */
  static Segment of(List<Instruction> instructions, Set<Integer> neededLater) {
    Segment segment = new Segment(instructions);
    Map<Integer, String> assigned = new LinkedHashMap<>();
    for (int n = 0; n < instructions.size(); n++) {
      Instruction instruction = instructions.get(n);
      String value = "v" + n;
      segment.state(value, instruction);
      segment.locals.put(instruction.target(), value);
      assigned.remove(instruction.target());
      assigned.put(instruction.target(), value);
    }
    assigned.forEach(
        (slot, value) -> {
          if (neededLater.contains(slot)) {
            segment.stores.append("  %s[i] = %s;%n".formatted(segment.array(slot), value));
          }
        });
    return segment;
  }

  private void state(String value, Instruction instruction) {
    String a = operand(instruction.a());
    String b = operand(instruction.b());
    String c = operand(instruction.c());
    String computed = text.of(instruction.operation(), a, b, c, constant(instruction));
    statements.append("  double %s = %s;%n".formatted(value, computed));
  }

  /** Returns the name of a new number; 2 stands for itself, since it need not be multiplied by. */
  private String constant(Instruction instruction) {
    double constant = instruction.constant();
    if (!instruction.operation().hasConstant() || constant == 2) {
      return JavaText.literal(constant);
    }
    constants.add(constant);
    return "k" + (constants.size() - 1);
  }

  private String operand(int slot) {
    if (slot == Instruction.NONE) {
      return "";
    }
    return locals.computeIfAbsent(
        slot,
        read -> {
          String array = array(read);
          String local = "x" + array;
          loads.append("  double %s = %s[i];%n".formatted(local, array));
          return local;
        });
  }

  private String array(int slot) {
    return arrays.computeIfAbsent(slot, fresh -> "a" + arrays.size());
  }

  /** Returns the slots in the order of the source. */
  int[] slots() {
    return arrays.keySet().stream().mapToInt(Integer::intValue).toArray();
  }

  /** Returns the numbers in the order of the source. */
  double[] constants() {
    return constants.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** Returns the method of a {@link SegmentKernel}. */
  String source() {
    StringBuilder source = new StringBuilder();
    source.append("public void run(double[][] slots, int[] at, double[] constants, int lanes) {\n");
    int position = 0;
    for (String array : arrays.values()) {
      source.append("  double[] %s = slots[at[%d]];%n".formatted(array, position++));
    }
    for (int n = 0; n < constants.size(); n++) {
      source.append("  double k%d = constants[%d];%n".formatted(n, n));
    }
    source.append("  for (int i = 0; i < lanes; i++) {\n");
    source.append((loads.toString() + statements + stores).indent(2));
    source.append("  }\n}\n");
    return source.toString();
  }
}
