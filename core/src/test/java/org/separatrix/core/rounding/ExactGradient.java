package org.separatrix.core.rounding;

import java.math.BigDecimal;

/** Gradients of the tests' polynomials without rounding. */
final class ExactGradient {
  private ExactGradient() {}

  static BigDecimal[] himmelblau(double... point) {
    BigDecimal x = new BigDecimal(point[0]);
    BigDecimal y = new BigDecimal(point[1]);
    BigDecimal u = x.multiply(x).add(y).subtract(new BigDecimal(11));
    BigDecimal v = y.multiply(y).add(x).subtract(new BigDecimal(7));
    BigDecimal four = new BigDecimal(4);
    return new BigDecimal[] {
      x.multiply(u).multiply(four).add(v.add(v)), y.multiply(v).multiply(four).add(u.add(u))
    };
  }
}
