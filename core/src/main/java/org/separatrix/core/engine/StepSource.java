package org.separatrix.core.engine;

import static org.separatrix.core.formula.JavaText.fma;
import static org.separatrix.core.formula.JavaText.literal;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.Instruction;
import org.separatrix.core.formula.JavaText;
import org.separatrix.core.formula.Program;

/**
 * Writes a {@link StepLoop}: gradient, update and watch of some steps in one loop over the lanes,
 * with the state in local variables. The arithmetic of the update is that of {@link LinearMethod},
 * operation by operation.
 */
final class StepSource {
  private final Program gradient;
  private final double[][] a;
  private final double[] b;
  private final double[] c;
  private final int dimension;
  private final int memory;
  private final Mode mode;
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

  private StepSource(Program gradient, LinearMethod method, Mode mode) {
    this.gradient = gradient;
    this.mode = mode;
    a = method.a();
    b = method.b();
    c = method.c();
    dimension = gradient.inputs();
    memory = method.memory();
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
    return new StepSource(gradient, method, mode).write(steps);
  }

  private String write(int steps) {
    text.append(
        "public void run(double[][] position, double[][][] memory, double[] marks,"
            + " double floor, double reach, int lanes) {\n");
    for (int k = 0; k < dimension; k++) {
      text.append("  double[] x%d = position[%d];%n".formatted(k, k));
      for (int j = 0; j < memory; j++) {
        text.append("  double[] m%d_%d = memory[%d][%d];%n".formatted(j, k, j, k));
      }
    }
    text.append("  for (int i = 0; i < lanes; i++) {\n");
    List<String> position = new ArrayList<>();
    List<List<String>> vectors = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      position.add(define("x%d[i]".formatted(k)));
    }
    for (int j = 0; j < memory; j++) {
      List<String> vector = new ArrayList<>();
      for (int k = 0; k < dimension; k++) {
        vector.add(define("m%d_%d[i]".formatted(j, k)));
      }
      vectors.add(vector);
    }
    String mark = mode == Mode.WATCH ? define("marks[i]") : "";
    for (int step = 0; step < steps; step++) {
      List<String> slope = gradient(position);
      if (mode == Mode.WATCH) {
        mark = mark(mark, position, slope);
      } else if (mode == Mode.MEASURE && step == steps - 1) {
        mark = define(squares(slope, slope.get(0) + " * " + slope.get(0), 1));
      }
      update(position, vectors, slope);
    }
    if (mode != Mode.PLAIN) {
      text.append("    marks[i] = %s;%n".formatted(mark));
    }
    for (int k = 0; k < dimension; k++) {
      text.append("    x%d[i] = %s;%n".formatted(k, position.get(k)));
      for (int j = 0; j < memory; j++) {
        text.append("    m%d_%d[i] = %s;%n".formatted(j, k, vectors.get(j).get(k)));
      }
    }
    return text.append("  }\n}\n").toString();
  }

  private String define(String expression) {
    String name = "v" + variables++;
    text.append("    double %s = %s;%n".formatted(name, expression));
    return name;
  }

  private List<String> gradient(List<String> position) {
    String[] slots = new String[gradient.slots()];
    for (int k = 0; k < dimension; k++) {
      slots[k] = position.get(k);
    }
    for (Instruction instruction : gradient.instructions()) {
      slots[instruction.target()] =
          define(
              JavaText.of(
                  instruction.operation(),
                  operand(slots, instruction.a()),
                  operand(slots, instruction.b()),
                  operand(slots, instruction.c()),
                  literal(instruction.constant())));
    }
    return List.of(slots).subList(dimension, 2 * dimension);
  }

  private static String operand(String[] slots, int slot) {
    return slot == Instruction.NONE ? "" : slots[slot];
  }

  private String mark(String mark, List<String> position, List<String> slope) {
    String slack = define(squares(slope, "floor", 0));
    String square = squares(position, position.get(0) + " * " + position.get(0), 1);
    String lack = "%s + (Math.abs(%s) - %s)".formatted(mark, slack, slack);
    return define(fma("reach", square, lack));
  }

  /** Returns a first term and the squares of the coordinates from some number on, added up. */
  private static String squares(List<String> vector, String first, int from) {
    String sum = first;
    for (int k = from; k < vector.size(); k++) {
      sum = fma(vector.get(k), vector.get(k), sum);
    }
    return sum;
  }

  private void update(List<String> position, List<List<String>> vectors, List<String> slope) {
    int n = b.length;
    boolean positionIsState = memory == n - 1;
    for (int k = 0; k < dimension; k++) {
      List<String> state = new ArrayList<>();
      for (int j = 0; j < n; j++) {
        state.add(
            positionIsState && j == 0
                ? position.get(k)
                : vectors.get(positionIsState ? j - 1 : j).get(k));
      }
      List<String> next = new ArrayList<>();
      for (int i = 0; i < n; i++) {
        next.add(define(combination(a[i], state, b[i], slope.get(k))));
      }
      for (int j = 0; j < n; j++) {
        if (!positionIsState || j > 0) {
          vectors.get(positionIsState ? j - 1 : j).set(k, next.get(j));
        }
      }
      position.set(k, positionIsState ? next.get(0) : define(product(c, next)));
    }
  }

  /** Returns row . state + factor slope. */
  private static String combination(double[] row, List<String> state, double factor, String slope) {
    String first = scaled(row[0], state.get(0));
    String sum = factor == 0 ? first : fma(literal(factor), slope, first);
    return addRest(row, state, sum);
  }

  private static String product(double[] row, List<String> state) {
    return addRest(row, state, JavaText.scaled(literal(row[0]), state.get(0)));
  }

  private static String addRest(double[] row, List<String> state, String first) {
    String sum = first;
    for (int j = 1; j < row.length; j++) {
      if (row[j] != 0) {
        sum = fma(literal(row[j]), state.get(j), sum);
      }
    }
    return sum;
  }

  private static String scaled(double factor, String state) {
    return factor == 1 ? state : JavaText.scaled(literal(factor), state);
  }
}
