package org.separatrix.core.formula;

import java.util.List;
import java.util.Random;

/** Formulas in x, y and z drawn at random. */
final class RandomFormulas {
  private static final List<String> LEAVES =
      List.of("x", "y", "z", "x", "y", "z", "1", "2", "0.5", "3", "7", "0");
  private static final List<String> FUNCTIONS =
      List.of("sin", "cos", "tan", "exp", "log", "sqrt", "tanh");
  private static final List<String> EXPONENTS =
      List.of("2", "3", "4", "7", "1", "0", "0.5", "1.5", "2.7", "-1", "-2", "(1/3)");

  private final Random random;

  RandomFormulas(long seed) {
    random = new Random(seed);
  }

  String next(int depth) {
    if (depth == 0) {
      return pick(LEAVES);
    }
    return switch (random.nextInt(8)) {
      case 0, 1 -> "(" + next(depth - 1) + " + " + next(depth - 1) + ")";
      case 2 -> "(" + next(depth - 1) + " - " + next(depth - 1) + ")";
      case 3, 4 -> next(depth - 1) + "*" + next(depth - 1);
      case 5 -> next(depth - 1) + "/(" + next(depth - 1) + ")";
      case 6 -> "(" + next(depth - 1) + ")^" + pick(EXPONENTS);
      default -> pick(FUNCTIONS) + "(" + next(depth - 1) + ")";
    };
  }

  private String pick(List<String> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
