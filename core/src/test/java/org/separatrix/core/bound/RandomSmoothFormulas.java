package org.separatrix.core.bound;

import java.util.List;
import java.util.SplittableRandom;

/** Polynomials and compositions of them with smooth functions, drawn at random. */
final class RandomSmoothFormulas {
  private static final List<String> NAMES = List.of("x", "y", "z", "w");
  private static final List<String> OUTER =
      List.of(
          "sin(%s)",
          "cos(%s)",
          "tanh(%s)",
          "exp(-(%s)^2/9)",
          "sqrt(1 + (%s)^2)",
          "log(2 + (%s)^2)",
          "1/(3 + (%s)^2)",
          "(%s)^2",
          "%s");

  private final SplittableRandom random;
  private final int dimension;

  RandomSmoothFormulas(SplittableRandom random, int dimension) {
    this.random = random;
    this.dimension = dimension;
  }

  String next() {
    StringBuilder formula = new StringBuilder();
    for (int terms = 1 + random.nextInt(3); terms > 0; terms--) {
      String outer = OUTER.get(random.nextInt(OUTER.size())).formatted(polynomial());
      formula.append(coefficient()).append('*').append(outer).append(" + ");
    }
    return formula + polynomial();
  }

  private String polynomial() {
    StringBuilder polynomial = new StringBuilder();
    for (int terms = 1 + random.nextInt(4); terms > 0; terms--) {
      polynomial.append(coefficient());
      for (int factors = 1 + random.nextInt(3); factors > 0; factors--) {
        polynomial.append('*').append(NAMES.get(random.nextInt(dimension)));
        if (random.nextInt(3) == 0) {
          polynomial.append('^').append(2 + random.nextInt(2));
        }
      }
      polynomial.append(terms > 1 ? " + " : "");
    }
    return polynomial.toString();
  }

  private String coefficient() {
    return "(" + (random.nextInt(41) - 20) / 8.0 + ")";
  }
}
