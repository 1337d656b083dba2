package org.separatrix.core.manifold;

import org.separatrix.core.formula.ElementaryFunction;

/**
 * Powers and elementary functions of power series, part by part.
 *
 * <p>The derivation E = sum z_j d/dz_j multiplies the part of degree n by n. Applied to h = exp(u)
 * it gives E h = h E u, so n h_n = sum_j j u_j h_(n-j), and similar recurrences for the other
 * functions (Haro, Canadell, Figueras, Luque and Mondelo, The Parameterization Method for Invariant
 * Manifolds, Springer 2016, section 2.3).
 */
final class SeriesFunctions {
  private SeriesFunctions() {}

  /** Returns u^c, not a number where that has no expansion. */
  static PowerSeries power(PowerSeries u, double exponent) {
    if (exponent >= 0 && exponent == Math.rint(exponent)) {
      return repeated(u, (long) exponent);
    }
    PowerSeries h = start(u, StrictMath.pow(u.constantTerm(), exponent));
    for (int n = 1; n <= u.degree(); n++) {
      for (int j = 1; j <= n; j++) {
        h.addProduct(exponent * j - (n - j), u, j, h, n - j);
      }
      h.scalePart(n, 1 / (n * u.constantTerm()));
    }
    return h;
  }

  private static PowerSeries repeated(PowerSeries u, long exponent) {
    PowerSeries result = PowerSeries.constant(u.monomials(), u.degree(), 1);
    PowerSeries square = u;
    for (long rest = exponent; rest > 0; rest >>= 1) {
      result = (rest & 1) == 1 ? result.times(square) : result;
      square = rest > 1 ? square.times(square) : square;
    }
    return result;
  }

  static PowerSeries apply(ElementaryFunction function, PowerSeries u) {
    return switch (function) {
      case EXP -> exp(u);
      case LOG -> log(u);
      case SIN -> sinAndCos(u)[0];
      case COS -> sinAndCos(u)[1];
      case TAN -> tangent(function, u, 1);
      case TANH -> tangent(function, u, -1);
    };
  }

  private static PowerSeries exp(PowerSeries u) {
    PowerSeries h = start(u, ElementaryFunction.EXP.apply(u.constantTerm()));
    for (int n = 1; n <= u.degree(); n++) {
      addDerivative(h, n, u, h, 1);
    }
    return h;
  }

  /** From u E h = E u. */
  private static PowerSeries log(PowerSeries u) {
    PowerSeries h = start(u, ElementaryFunction.LOG.apply(u.constantTerm()));
    for (int n = 1; n <= u.degree(); n++) {
      for (int j = 1; j < n; j++) {
        h.addProduct(-(n - j), u, j, h, n - j);
      }
      PowerSeries one = PowerSeries.constant(u.monomials(), 0, 1);
      h.addProduct(n, u, n, one, 0);
      h.scalePart(n, 1 / (n * u.constantTerm()));
    }
    return h;
  }

  private static PowerSeries[] sinAndCos(PowerSeries u) {
    PowerSeries sin = start(u, ElementaryFunction.SIN.apply(u.constantTerm()));
    PowerSeries cos = start(u, ElementaryFunction.COS.apply(u.constantTerm()));
    for (int n = 1; n <= u.degree(); n++) {
      addDerivative(sin, n, u, cos, 1);
      addDerivative(cos, n, u, sin, -1);
    }
    return new PowerSeries[] {sin, cos};
  }

  /** From E t = w E u with w = 1 + sign t^2. */
  private static PowerSeries tangent(ElementaryFunction function, PowerSeries u, double sign) {
    PowerSeries t = start(u, function.apply(u.constantTerm()));
    PowerSeries w = start(u, 1 + sign * t.constantTerm() * t.constantTerm());
    for (int n = 1; n <= u.degree(); n++) {
      addDerivative(t, n, u, w, 1);
      for (int j = 0; j <= n; j++) {
        w.addProduct(sign, t, j, t, n - j);
      }
    }
    return t;
  }

  /** Adds to h its part of degree n, where E h = sign w E u. */
  private static void addDerivative(
      PowerSeries h, int n, PowerSeries u, PowerSeries w, double sign) {
    for (int j = 1; j <= n; j++) {
      h.addProduct(sign * j, u, j, w, n - j);
    }
    h.scalePart(n, 1.0 / n);
  }

  private static PowerSeries start(PowerSeries u, double constantTerm) {
    return PowerSeries.constant(u.monomials(), u.degree(), constantTerm);
  }
}
