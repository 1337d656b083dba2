package org.separatrix.core.critical;

import java.util.SplittableRandom;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * The spectral norm of a Hessian without the Hessian, by the method of Lanczos (1950) on products H
 * v = (grad f(x + h v) - grad f(x - h v)) / (2 h).
 *
 * <p>After k products it is the largest modulus of an eigenvalue of H restricted to a space of k
 * dimensions: a bound from below, up to the error of the differences, of the order 1e-9. The
 * vectors are kept orthogonal by projecting twice.
 */
final class HessianNorm {
  private static final int PRODUCTS = 40;
  private static final double RELATIVE_STEP = Math.cbrt(Math.ulp(1.0));

  /** A remainder below this, relative to the norm, is rounding: the space is invariant. */
  private static final double EXHAUSTED = 1e-8;

  private final PointFunction function;

  HessianNorm(PointFunction function) {
    this.function = function;
  }

  /** Returns the norm at a point, NaN if a gradient near it is not finite. */
  double at(double[] x) {
    int most = Math.min(PRODUCTS, x.length);
    double[][] basis = new double[most][];
    double[][] projected = new double[most][most];
    double[] v = unit(random(x.length));
    int size = 0;
    double scale = 0;
    while (size < most) {
      basis[size] = v;
      double[] w = product(x, v);
      double image = PointFunction.norm(w);
      if (!Double.isFinite(image)) {
        return Double.NaN;
      }
      scale = Math.max(scale, image);
      for (int i = 0; i <= size; i++) {
        projected[i][size] = dot(basis[i], w);
        projected[size][i] = projected[i][size];
      }
      size++;
      for (int pass = 0; pass < 2; pass++) {
        for (int i = 0; i < size; i++) {
          subtract(w, basis[i], dot(basis[i], w));
        }
      }
      if (PointFunction.norm(w) <= EXHAUSTED * scale) {
        break;
      }
      v = unit(w);
    }
    return SymmetricEigen.of(leading(projected, size)).spectralNorm();
  }

  private double[] product(double[] x, double[] v) {
    double h = RELATIVE_STEP * function.scale(x);
    double[] ahead = x.clone();
    double[] behind = x.clone();
    for (int k = 0; k < x.length; k++) {
      ahead[k] = Math.fma(h, v[k], x[k]);
      behind[k] = Math.fma(-h, v[k], x[k]);
    }
    double[] w = function.gradient(ahead);
    double[] other = function.gradient(behind);
    for (int k = 0; k < w.length; k++) {
      w[k] = (w[k] - other[k]) / (2 * h);
    }
    return w;
  }

  private static double[] random(int length) {
    SplittableRandom random = new SplittableRandom(0x5eed);
    double[] v = new double[length];
    for (int k = 0; k < length; k++) {
      v[k] = 2 * random.nextDouble() - 1;
    }
    return v;
  }

  private static double[][] leading(double[][] matrix, int size) {
    double[][] part = new double[size][size];
    for (int i = 0; i < size; i++) {
      System.arraycopy(matrix[i], 0, part[i], 0, size);
    }
    return part;
  }

  private static double[] unit(double[] v) {
    double norm = PointFunction.norm(v);
    double[] unit = v.clone();
    for (int k = 0; k < v.length; k++) {
      unit[k] /= norm;
    }
    return unit;
  }

  private static void subtract(double[] w, double[] v, double factor) {
    for (int k = 0; k < w.length; k++) {
      w[k] = Math.fma(-factor, v[k], w[k]);
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum = Math.fma(a[k], b[k], sum);
    }
    return sum;
  }
}
