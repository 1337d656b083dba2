package org.separatrix.core.precision;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.random.RandomGenerator;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.TwiceDifferentiable;

/**
 * The function f(Q x) with the orthogonal matrix Q = I - 2 w w' / w'w, a reflection, so that no
 * axis of f is a coordinate axis.
 *
 * <p>Q is known to 40 digits and rounded to the precision in which it is used, so that its own
 * rounding errors have the same law in each.
 */
public final class TurnedObjective implements Objective {
  private static final MathContext DIGITS = new MathContext(40);

  private final Objective objective;
  private final BigDecimal[][] exact;
  private final double[][] q;

  /**
   * Turns a function at random.
   *
   * @param objective the function f
   * @param random chooses w, uniform in direction
   */
  public TurnedObjective(Objective objective, RandomGenerator random) {
    this.objective = objective;
    int d = objective.dimension();
    BigDecimal[] w = new BigDecimal[d];
    BigDecimal square = BigDecimal.ZERO;
    for (int k = 0; k < d; k++) {
      w[k] = new BigDecimal(random.nextGaussian());
      square = square.add(w[k].multiply(w[k]), DIGITS);
    }
    exact = new BigDecimal[d][d];
    q = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        BigDecimal part =
            w[i].multiply(w[k], DIGITS).multiply(BigDecimal.valueOf(2)).divide(square, DIGITS);
        exact[i][k] = (i == k ? BigDecimal.ONE : BigDecimal.ZERO).subtract(part, DIGITS);
        q[i][k] = exact[i][k].doubleValue();
      }
    }
  }

  /**
   * Returns the point Q y, each coordinate the double nearest to the exact one.
   *
   * @param y the point, length d; not modified
   */
  public double[] turned(double[] y) {
    double[] x = new double[y.length];
    for (int i = 0; i < x.length; i++) {
      BigDecimal sum = BigDecimal.ZERO;
      for (int k = 0; k < y.length; k++) {
        sum = sum.add(exact[i][k].multiply(new BigDecimal(y[k])), DIGITS);
      }
      x[i] = sum.doubleValue();
    }
    return x;
  }

  @Override
  public int dimension() {
    return objective.dimension();
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    objective.value(times(x, lanes), f, lanes);
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    double[][] slope = new double[x.length][lanes];
    objective.gradient(times(x, lanes), slope, lanes);
    double[][] product = times(slope, lanes);
    for (int k = 0; k < product.length; k++) {
      System.arraycopy(product[k], 0, g[k], 0, lanes);
    }
  }

  /**
   * Evaluates the Hessian at one point, Q H(Q x) Q.
   *
   * @param f the function before it is turned
   * @param x the point, length d; not modified
   * @param h receives the symmetric matrix, {@code d x d}, every entry
   */
  public void hessian(TwiceDifferentiable f, double[] x, double[][] h) {
    int d = x.length;
    double[] y = new double[d];
    for (int i = 0; i < d; i++) {
      for (int k = 0; k < d; k++) {
        y[i] = Math.fma(q[i][k], x[k], y[i]);
      }
    }
    f.hessian(y, h);
    double[][] product = times(h, d);
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = 0; k < d; k++) {
          sum = Math.fma(product[i][k], q[k][j], sum);
        }
        h[i][j] = sum;
        h[j][i] = sum;
      }
    }
  }

  /** Returns the gradient with the products by Q in single precision, too. */
  SingleGradient inSingle() {
    SingleGradient inner = SingleGradient.of(objective);
    return (x, g, lanes) -> {
      double[][] slope = new double[x.length][lanes];
      inner.at(timesInSingle(x, lanes), slope, lanes);
      double[][] product = timesInSingle(slope, lanes);
      for (int k = 0; k < product.length; k++) {
        System.arraycopy(product[k], 0, g[k], 0, lanes);
      }
    };
  }

  private double[][] times(double[][] x, int lanes) {
    double[][] product = new double[x.length][lanes];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < x.length; k++) {
        for (int lane = 0; lane < lanes; lane++) {
          product[i][lane] = Math.fma(q[i][k], x[k][lane], product[i][lane]);
        }
      }
    }
    return product;
  }

  private double[][] timesInSingle(double[][] x, int lanes) {
    double[][] product = new double[x.length][lanes];
    for (int i = 0; i < x.length; i++) {
      for (int k = 0; k < x.length; k++) {
        float factor = (float) q[i][k];
        for (int lane = 0; lane < lanes; lane++) {
          product[i][lane] = Math.fma(factor, (float) x[k][lane], (float) product[i][lane]);
        }
      }
    }
    return product;
  }
}
