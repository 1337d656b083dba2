package org.separatrix.core.manifold;

import java.util.Arrays;
import java.util.List;

/**
 * A polynomial map from R^m to R^N.
 *
 * @param monomials numbers the monomials in m variables
 * @param coefficients for each of the N components, the coefficient of each monomial; copied
 */
public record PolynomialMap(Monomials monomials, double[][] coefficients) {
  /** Copies the coefficients and checks their number. */
  public PolynomialMap {
    coefficients = coefficients.clone();
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = coefficients[i].clone();
      if (coefficients[i].length != monomials.size()) {
        throw new IllegalArgumentException(
            "component %d has %d coefficients, but there are %d monomials"
                .formatted(i, coefficients[i].length, monomials.size()));
      }
    }
  }

  /** Returns the real parts of power series. */
  static PolynomialMap ofRealParts(Monomials monomials, List<PowerSeries> series) {
    double[][] coefficients = new double[series.size()][monomials.size()];
    for (int i = 0; i < coefficients.length; i++) {
      for (int p = 0; p < monomials.size(); p++) {
        coefficients[i][p] = series.get(i).re(p);
      }
    }
    return new PolynomialMap(monomials, coefficients);
  }

  @Override
  public double[][] coefficients() {
    double[][] copy = coefficients.clone();
    for (int i = 0; i < copy.length; i++) {
      copy[i] = copy[i].clone();
    }
    return copy;
  }

  /** Returns the number N of components. */
  public int components() {
    return coefficients.length;
  }

  /**
   * Returns the coefficient of a monomial in a component.
   *
   * @param component which component, from 0
   * @param exponents m exponents
   */
  public double coefficient(int component, int... exponents) {
    for (int p = 0; p < monomials.size(); p++) {
      if (Arrays.equals(monomials.exponents(p), exponents)) {
        return coefficients[component][p];
      }
    }
    return 0;
  }

  /**
   * Returns the value, N components.
   *
   * @param s m variables; not modified
   */
  public double[] evaluate(double... s) {
    double[] powers = powers(s);
    double[] value = new double[coefficients.length];
    for (int i = 0; i < value.length; i++) {
      double[] component = coefficients[i];
      double sum = 0;
      // The highest terms are the smallest near the origin: they come first.
      for (int p = powers.length - 1; p >= 0; p--) {
        sum += component[p] * powers[p];
      }
      value[i] = sum;
    }
    return value;
  }

  /**
   * Returns the derivative, N x m.
   *
   * @param s m variables; not modified
   */
  public double[][] derivative(double... s) {
    double[] powers = powers(s);
    double[][] derivative = new double[coefficients.length][s.length];
    for (int p = powers.length - 1; p > 0; p--) {
      for (int v = 0; v < s.length; v++) {
        int quotient = monomials.quotient(p, v);
        if (quotient >= 0) {
          double slope = monomials.exponent(p, v) * powers[quotient];
          for (int i = 0; i < derivative.length; i++) {
            derivative[i][v] += coefficients[i][p] * slope;
          }
        }
      }
    }
    return derivative;
  }

  private double[] powers(double[] s) {
    if (s.length != monomials.variables()) {
      throw new IllegalArgumentException(
          "the point has %d coordinates, the map %d variables"
              .formatted(s.length, monomials.variables()));
    }
    double[] powers = new double[monomials.size()];
    powers[0] = 1;
    for (int p = 1; p < powers.length; p++) {
      int v = monomials.firstVariable(p);
      powers[p] = s[v] * powers[monomials.quotient(p, v)];
    }
    return powers;
  }
}
