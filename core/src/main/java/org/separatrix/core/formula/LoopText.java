package org.separatrix.core.formula;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Writes the operations of one loop over lanes as Java expressions that compute them to the last
 * bit, such that C2 vectorises the loop.
 *
 * <p>C2 unrolls a loop and packs operations of successive lanes together, starting at the arrays
 * and going from a value to the operations that use it (Larsen and Amarasinghe, Exploiting
 * superword level parallelism, PLDI 2000). If a value is used by two operations of one kind in the
 * same place, those of different lanes are easily taken for a pair, and the loop stays scalar,
 * which is three to six times slower. A fused multiply-add, x y + z, has three places, and C2 does
 * not exchange its factors, as it does those of a plain product, so here
 *
 * <ul>
 *   <li>a number that has been the second factor of a fused product is the first of the next one,
 *       and so on in turns;
 *   <li>a plain product is x y - 0 if one of its factors has been in another plain product: it has
 *       the same bits, zeros of both signs included, but takes a little longer;
 *   <li>so is a multiple, k x, except for twice x, which is x + x;
 *   <li>in a loop with elementary functions, which take most of its time, all products are fused,
 *       and sums are, as 1 x + y.
 * </ul>
 */
public final class LoopText {
  private final boolean hasFunctions;

  /** The factors of plain products so far. */
  private final Set<String> multiplied = new HashSet<>();

  /** How often a number was the first factor so far, less how often it was the second. */
  private final Map<String, Integer> balance = new HashMap<>();

  /**
   * Begins a loop.
   *
   * @param instructions the instructions of the loop
   */
  public LoopText(Collection<Instruction> instructions) {
    hasFunctions =
        instructions.stream().map(Instruction::operation).anyMatch(each -> !each.isArithmetic());
  }

  /**
   * Returns the expression for the next operation.
   *
   * <p>Of an elementary function it is the branch-free form, which is not a number where it cannot
   * tell the result; see {@link ElementaryLanes}.
   *
   * @param operation any but {@link Operation#POWER}
   * @param a variable of the first operand; likewise b and c, which are ignored where there are
   *     none
   * @param k the constant: a literal or a variable
   */
  public String of(Operation operation, String a, String b, String c, String k) {
    return switch (operation) {
      case CONSTANT -> k;
      case COPY -> a;
      case ADD -> hasFunctions ? JavaText.fma("1.0", a, b) : a + " + " + b;
      case SUBTRACT -> a + " - " + b;
      case ADD_CONSTANT -> a + " + " + k;
      case SUBTRACT_FROM_CONSTANT -> k + " - " + a;
      case SCALE -> k.equals("2.0") ? a + " + " + a : multiple(k, a, "-0.0");
      case SCALE_ADD -> multiple(k, a, b);
      case MULTIPLY -> plainProduct(a, b);
      case MULTIPLY_ADD -> product(a, b, c);
      case MULTIPLY_SUBTRACT -> product(a, b, "-" + c);
      case SUBTRACT_PRODUCT -> product("-" + a, b, c);
      case DIVIDE -> a + " / " + b;
      case DIVIDE_CONSTANT -> k + " / " + a;
      case SQUARE_ROOT -> "Math.sqrt(" + a + ")";
      case SIN_TURNS -> call(TurnLanes.class, "sin", a);
      case COS_TURNS -> call(TurnLanes.class, "cos", a);
      case SIN -> call(ElementaryLanes.class, "sin", a);
      case COS -> call(ElementaryLanes.class, "cos", a);
      case TAN -> call(ElementaryLanes.class, "tan", a);
      case EXP -> call(ElementaryLanes.class, "exp", a);
      case LOG -> call(ElementaryLanes.class, "log", a);
      case TANH -> call(HyperbolicLanes.class, "tanh", a);
      case POWER -> throw new IllegalArgumentException("powers are not written as Java");
    };
  }

  private static String call(Class<?> functions, String function, String argument) {
    return functions.getName() + "." + function + "(" + argument + ")";
  }

  /** A constant is no value of the loop, and may stand anywhere. */
  private String multiple(String constant, String x, String addend) {
    boolean isFirst = balanceOf(x) < 0;
    note(x, isFirst);
    return isFirst ? JavaText.fma(x, constant, addend) : JavaText.fma(constant, x, addend);
  }

  private String plainProduct(String x, String y) {
    boolean isFresh = multiplied.add(x);
    isFresh &= x.equals(y) || multiplied.add(y);
    return isFresh && !hasFunctions ? x + " * " + y : product(x, y, "-0.0");
  }

  private String product(String x, String y, String addend) {
    boolean inOrder = balanceOf(x) <= balanceOf(y);
    note(x, inOrder);
    note(y, !inOrder);
    return inOrder ? JavaText.fma(x, y, addend) : JavaText.fma(y, x, addend);
  }

  private int balanceOf(String variable) {
    return balance.getOrDefault(variable, 0);
  }

  private void note(String variable, boolean isFirst) {
    balance.merge(variable, isFirst ? 1 : -1, Integer::sum);
  }
}
