package org.separatrix.core.formula;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.separatrix.core.formula.Expression.Application;
import org.separatrix.core.formula.Expression.Constant;
import org.separatrix.core.formula.Expression.Power;
import org.separatrix.core.formula.Expression.Product;
import org.separatrix.core.formula.Expression.Sum;
import org.separatrix.core.formula.Expression.Variable;

/**
 * Turns expressions into a straight line of operations, each shared subexpression computed once.
 *
 * <p>The line first has a value of its own for each result (static single assignment): values 0 ...
 * d-1 are the coordinates, instruction n makes value d + n. Equal instructions are emitted once.
 * Products that occur in one sum alone are fused into its additions; where, is decided here and
 * nowhere else, so that each way to execute the program gives the same bits.
 */
final class ProgramCompiler implements ExpressionVisitor<Integer> {
  private static final int NONE = Instruction.NONE;

  /** Larger integer exponents are left to {@link Operation#POWER}. */
  private static final double LARGEST_REPEATED = 1024;

  /** The angle of a turn, 2 pi, as formulas have it. */
  private static final double TURN = 2 * Math.PI;

  private final int inputs;
  private final List<Instruction> line = new ArrayList<>();
  private final Map<Instruction, Integer> emitted = new HashMap<>();
  private final Map<Expression, Integer> values = new HashMap<>();
  private final Map<Expression, Integer> uses;

  private ProgramCompiler(int inputs, List<Expression> outputs) {
    this.inputs = inputs;
    uses = countUses(outputs);
  }

  /**
   * Returns the program that computes some expressions.
   *
   * @param inputs number d of coordinates
   * @param outputs what to compute, in order
   */
  static Program compile(int inputs, List<Expression> outputs) {
    ProgramCompiler compiler = new ProgramCompiler(inputs, outputs);
    Set<Integer> results = new LinkedHashSet<>();
    for (Expression output : outputs) {
      int value = compiler.value(output);
      // Each output is written by an instruction of its own.
      if (value < inputs || !results.add(value)) {
        results.add(compiler.append(Operation.COPY, value, NONE, NONE, 0));
      }
    }
    return RegisterAllocation.allocate(inputs, compiler.line, List.copyOf(results));
  }

  private static Map<Expression, Integer> countUses(List<Expression> outputs) {
    Map<Expression, Integer> uses = new HashMap<>();
    Deque<Expression> pending = new ArrayDeque<>(outputs);
    outputs.forEach(output -> uses.merge(output, 2, Integer::sum));
    Set<Expression> seen = new HashSet<>();
    while (!pending.isEmpty()) {
      Expression node = pending.pop();
      if (seen.add(node)) {
        for (Expression operand : node.operands()) {
          uses.merge(operand, 1, Integer::sum);
          pending.push(operand);
        }
      }
    }
    return uses;
  }

  /** Tells whether only one other node needs this one, so that it can vanish into that. */
  private boolean isUnshared(Expression expression) {
    return uses.getOrDefault(expression, 0) <= 1;
  }

  int value(Expression expression) {
    Integer known = values.get(expression);
    if (known != null) {
      return known;
    }
    int value = expression.accept(this);
    values.put(expression, value);
    return value;
  }

  int emit(Operation operation, int a, int b, int c, double constant) {
    Instruction instruction = new Instruction(operation, NONE, a, b, c, constant);
    Integer known = emitted.get(instruction);
    if (known != null) {
      return known;
    }
    int value = append(operation, a, b, c, constant);
    emitted.put(instruction, value);
    return value;
  }

  private int append(Operation operation, int a, int b, int c, double constant) {
    int value = inputs + line.size();
    line.add(new Instruction(operation, value, a, b, c, constant));
    return value;
  }

  @Override
  public Integer constant(Constant constant) {
    return emit(Operation.CONSTANT, NONE, NONE, NONE, constant.value());
  }

  @Override
  public Integer variable(Variable variable) {
    return variable.index();
  }

  @Override
  public Integer application(Application application) {
    OptionalInt turns = turns(application);
    return turns.isPresent()
        ? emit(ofTurns(application.function()), turns.getAsInt(), NONE, NONE, 0)
        : emit(Operation.of(application.function()), value(application.argument()), NONE, NONE, 0);
  }

  /**
   * Computes u for a sine or cosine of 2 pi u, with the double that is nearest to 2 pi and a small
   * multiple of it: in turns no product is rounded, and much less is to be computed. Where that
   * double is 2 pi itself makes less of a difference than the product's rounding.
   */
  private OptionalInt turns(Application application) {
    ElementaryFunction function = application.function();
    boolean periodic = function == ElementaryFunction.SIN || function == ElementaryFunction.COS;
    if (!periodic || !(application.argument() instanceof Product product)) {
      return OptionalInt.empty();
    }
    double turns = product.coefficient() / TURN;
    return Math.fma(turns, TURN, -product.coefficient()) == 0
        ? OptionalInt.of(scale(turns, product.variableFactors()))
        : OptionalInt.empty();
  }

  private static Operation ofTurns(ElementaryFunction function) {
    return function == ElementaryFunction.SIN ? Operation.SIN_TURNS : Operation.COS_TURNS;
  }

  @Override
  public Integer power(Power power) {
    int magnitude = magnitude(power);
    return power.exponent() > 0
        ? magnitude
        : emit(Operation.DIVIDE_CONSTANT, magnitude, NONE, NONE, 1);
  }

  /** Computes u^|c|. */
  private int magnitude(Power power) {
    int base = value(power.base());
    double exponent = Math.abs(power.exponent());
    if (exponent <= LARGEST_REPEATED && ExpressionPool.isInteger(exponent)) {
      return repeated(base, (int) exponent);
    }
    if (exponent <= LARGEST_REPEATED && ExpressionPool.isInteger(exponent - 0.5)) {
      int root = emit(Operation.SQUARE_ROOT, base, NONE, NONE, 0);
      return exponent < 1 ? root : multiply(repeated(base, (int) exponent), root);
    }
    return emit(Operation.POWER, base, NONE, NONE, exponent);
  }

  private int repeated(int base, int exponent) {
    if (exponent == 1) {
      return base;
    }
    int half = repeated(base, exponent % 2 == 0 ? exponent / 2 : exponent - 1);
    return multiply(half, exponent % 2 == 0 ? half : base);
  }

  private int multiply(int a, int b) {
    return emit(Operation.MULTIPLY, a, b, NONE, 0);
  }

  @Override
  public Integer product(Product product) {
    return scale(product.coefficient(), product.variableFactors());
  }

  private int scale(double coefficient, List<Expression> factors) {
    int numerator = NONE;
    int denominator = NONE;
    for (Expression factor : factors) {
      if (factor instanceof Power power && power.exponent() < 0) {
        int divisor = magnitude(power);
        denominator = denominator == NONE ? divisor : multiply(denominator, divisor);
      } else {
        int value = value(factor);
        numerator = numerator == NONE ? value : multiply(numerator, value);
      }
    }
    if (numerator == NONE) {
      return emit(Operation.DIVIDE_CONSTANT, denominator, NONE, NONE, coefficient);
    }
    int scaled =
        coefficient == 1 ? numerator : emit(Operation.SCALE, numerator, NONE, NONE, coefficient);
    return denominator == NONE ? scaled : emit(Operation.DIVIDE, scaled, denominator, NONE, 0);
  }

  @Override
  public Integer sum(Sum sum) {
    return new SumCompiler(this).compile(sum);
  }

  /** The coefficient of a term, unless the term is computed for others too. */
  double coefficient(Expression term) {
    return term instanceof Product product && isUnshared(term) ? product.coefficient() : 1;
  }

  /** Computes a term without its {@link #coefficient}. */
  int withoutCoefficient(Expression term) {
    return term instanceof Product product && isUnshared(term)
        ? scale(1, product.variableFactors())
        : value(term);
  }

  /**
   * Tells whether a term without its coefficient is a product of two values and needed nowhere
   * else.
   */
  boolean isFusible(Expression term) {
    if (!isUnshared(term)) {
      return false;
    }
    if (term instanceof Product product) {
      List<Expression> factors = product.variableFactors();
      return factors.size() == 1
          ? isFusible(factors.get(0))
          : factors.stream()
              .noneMatch(factor -> factor instanceof Power power && power.exponent() < 0);
    }
    return term instanceof Power power
        && power.exponent() > 1
        && power.exponent() <= LARGEST_REPEATED
        && ExpressionPool.isInteger(power.exponent());
  }

  /** Computes the two values whose product is a fusible term without its coefficient. */
  int[] split(Expression term) {
    if (term instanceof Product product) {
      List<Expression> factors = product.variableFactors();
      int last = factors.size() - 1;
      return last == 0
          ? split(factors.get(0))
          : new int[] {scale(1, factors.subList(0, last)), value(factors.get(last))};
    }
    Power power = (Power) term;
    int base = value(power.base());
    int exponent = (int) power.exponent();
    int half = repeated(base, exponent % 2 == 0 ? exponent / 2 : exponent - 1);
    return new int[] {half, exponent % 2 == 0 ? half : base};
  }
}
