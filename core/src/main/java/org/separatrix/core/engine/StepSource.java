package org.separatrix.core.engine;

import static java.util.stream.Collectors.joining;
import static org.separatrix.core.formula.JavaText.fma;
import static org.separatrix.core.formula.JavaText.literal;

import java.util.Arrays;
import java.util.List;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.LoopText;
import org.separatrix.core.formula.Program;

/**
 * Writes a {@link StepLoop}: gradient, update and watch of some steps in one loop over the lanes,
 * with the state in local variables.
 */
final class StepSource {
  private final List<Instruction> instructions;
  private final LoopText operations;
  private final StepSlots slots;
  private final Mode mode;
  private final boolean followsPath;

  /** The variable that has the current value of each slot. */
  private final String[] value;

  private final StringBuilder text = new StringBuilder();
  private int variables;

  /** What a loop does besides moving the lanes. */
  enum Mode {
    /** Nothing. */
    PLAIN,
    /** It keeps watch, see {@link StepLoop#run}. */
    WATCH,
    /** It sets the marks to the squared norms of the gradients before the last step. */
    MEASURE
  }

  private StepSource(
      Program gradient, LinearMethod method, Mode mode, List<Instruction> instructions) {
    this.mode = mode;
    this.instructions = instructions;
    operations = new LoopText(instructions);
    slots = StepSlots.of(gradient, method);
    followsPath = Watch.followsPath(method);
    value = new String[slots.count()];
  }

  private static List<Instruction> step(Program gradient, LinearMethod method) {
    return StepProgram.pieces(gradient, method, Mode.PLAIN).stream().flatMap(List::stream).toList();
  }

  /**
   * Returns the method of a loop.
   *
   * @param gradient computes the gradient
   * @param method the method
   * @param steps number of steps that it takes
   * @param mode what else it does
   */
  static String write(Program gradient, LinearMethod method, int steps, Mode mode) {
    return new StepSource(gradient, method, mode, step(gradient, method)).write(steps);
  }

  /**
   * Returns the method of a {@link HaltingLoop}.
   *
   * @param gradient computes the gradient
   * @param method the method
   * @param looksAtPosition whether it halts lanes whose position is far
   */
  static String halting(Program gradient, LinearMethod method, boolean looksAtPosition) {
    if (method.isGradientStep()) {
      return new StepSource(gradient, method, Mode.PLAIN, gradient.instructions())
          .writeHaltingDescent(looksAtPosition, method.b()[0]);
    }
    return new StepSource(gradient, method, Mode.PLAIN, step(gradient, method))
        .writeHalting(looksAtPosition);
  }

  private String write(int steps) {
    text.append(
        "public void run(double[][] position, double[][][] memory, double[] marks,"
            + " double floor, double weight, int lanes) {\n");
    begin();
    String mark = mode == Mode.WATCH ? define("marks[i]") : "";
    for (int step = 0; step < steps; step++) {
      List<String> position = values(slots.position(0));
      instructions.forEach(this::append);
      List<String> slope = values(slots.gradient(0));
      if (mode == Mode.WATCH) {
        String slack = define(squares(slope, "floor", 0));
        String sum = mark + magnitudes(followsPath ? slope : position);
        mark = define(fma("weight", "Math.abs(%s) - %s".formatted(slack, slack), sum));
      } else if (mode == Mode.MEASURE && step == steps - 1) {
        mark = define(squares(slope, slope.get(0) + " * " + slope.get(0), 1));
      }
    }
    if (mode != Mode.PLAIN) {
      text.append("    marks[i] = %s;%n".formatted(mark));
    }
    return end();
  }

  /** A method that moves a lane by b grad f(x) moves one that has halted by nothing. */
  private String writeHaltingDescent(boolean looksAtPosition, double b) {
    beginHalting(looksAtPosition);
    List<String> position = values(slots.position(0));
    instructions.forEach(this::append);
    List<String> slope = values(slots.gradient(0));
    String moving = moving(looksAtPosition, position, slope);
    String factor = define("%s * %s".formatted(literal(b), moving));
    for (int k = 0; k < slots.dimension(); k++) {
      value[slots.position(k)] = define(fma(factor, slope.get(k), position.get(k)));
    }
    return end();
  }

  private String writeHalting(boolean looksAtPosition) {
    beginHalting(looksAtPosition);
    String[] still = value.clone();
    instructions.forEach(this::append);
    String moving =
        moving(looksAtPosition, values(still, slots.position(0)), values(slots.gradient(0)));
    String halted = define("1.0 - " + moving);
    for (int k = 0; k < slots.dimension(); k++) {
      keep(slots.position(k), still, moving, halted);
      for (int j = 0; j < slots.memory(); j++) {
        keep(slots.memory(j, k), still, moving, halted);
      }
    }
    return end();
  }

  /**
   * Counts the step of a lane that goes on, and returns a variable that is 1 for it and 0 for one
   * that halts.
   */
  private String moving(boolean looksAtPosition, List<String> position, List<String> slope) {
    String moving = define(fma(below("Low", slope), "-perLow", "1.0"));
    if (looksAtPosition) {
      moving = define("%s * (%s * perHigh)".formatted(moving, below("High", position)));
    }
    text.append("    taken[i] = taken[i] + %s;%n".formatted(moving));
    return moving;
  }

  /** Returns a variable that tells whether a squared norm is below a {@link Threshold}. */
  private String below(String bound, List<String> vector) {
    String sum = define(squares(vector, "lackOf" + bound, 0));
    return define("(%s + halfOf%s) - %s".formatted(sum, bound, sum));
  }

  private void keep(int slot, String[] still, String moving, String halted) {
    value[slot] = define(fma(moving, value[slot], halted + " * " + still[slot]));
  }

  private void beginHalting(boolean looksAtPosition) {
    text.append(
        """
        public void run(double[][] position, double[][][] memory, double[] taken,
            org.separatrix.core.engine.Threshold low,
            org.separatrix.core.engine.Threshold high, int lanes) {
        """);
    read("Low", "low");
    if (looksAtPosition) {
      read("High", "high");
    }
    begin();
  }

  /** Names the numbers of a {@link Threshold}. */
  private void read(String bound, String parameter) {
    text.append("  double lackOf%s = %s.lack();%n".formatted(bound, parameter));
    text.append("  double halfOf%s = %s.half();%n".formatted(bound, parameter));
    text.append("  double per%s = %s.perGap();%n".formatted(bound, parameter));
  }

  /** Names the arrays and reads a lane. */
  private void begin() {
    for (int k = 0; k < slots.dimension(); k++) {
      text.append("  double[] x%d = position[%d];%n".formatted(k, k));
      for (int j = 0; j < slots.memory(); j++) {
        text.append("  double[] m%d_%d = memory[%d][%d];%n".formatted(j, k, j, k));
      }
    }
    text.append("  for (int i = 0; i < lanes; i++) {\n");
    for (int k = 0; k < slots.dimension(); k++) {
      value[slots.position(k)] = define("x%d[i]".formatted(k));
    }
    for (int j = 0; j < slots.memory(); j++) {
      for (int k = 0; k < slots.dimension(); k++) {
        value[slots.memory(j, k)] = define("m%d_%d[i]".formatted(j, k));
      }
    }
  }

  /** Writes the lane back. */
  private String end() {
    for (int k = 0; k < slots.dimension(); k++) {
      text.append("    x%d[i] = %s;%n".formatted(k, value[slots.position(k)]));
      for (int j = 0; j < slots.memory(); j++) {
        text.append("    m%d_%d[i] = %s;%n".formatted(j, k, value[slots.memory(j, k)]));
      }
    }
    return text.append("  }\n}\n").toString();
  }

  private String define(String expression) {
    String name = "v" + variables++;
    text.append("    double %s = %s;%n".formatted(name, expression));
    return name;
  }

  private void append(Instruction instruction) {
    value[instruction.target()] =
        define(
            operations.of(
                instruction.operation(),
                operand(instruction.a()),
                operand(instruction.b()),
                operand(instruction.c()),
                literal(instruction.constant())));
  }

  private String operand(int slot) {
    return slot == Instruction.NONE ? "" : value[slot];
  }

  /** Returns the values of the coordinates of a vector. */
  private List<String> values(int first) {
    return values(value, first);
  }

  private List<String> values(String[] of, int first) {
    return List.of(Arrays.copyOfRange(of, first, first + slots.dimension()));
  }

  private static String magnitudes(List<String> vector) {
    return vector.stream().map(" + Math.abs(%s)"::formatted).collect(joining());
  }

  /** Returns a first term and the squares of the coordinates from some number on, added up. */
  private static String squares(List<String> vector, String first, int from) {
    String sum = first;
    for (int k = from; k < vector.size(); k++) {
      sum = fma(vector.get(k), vector.get(k), sum);
    }
    return sum;
  }
}
