package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.TwiceDifferentiable;

/** Functions for tests, with derivatives by hand. */
final class TestFunction extends PointObjective implements TwiceDifferentiable {
  /** Writes the gradient. */
  interface Gradient {
    void at(double[] x, double[] g);
  }

  /** Writes the Hessian. */
  interface Hessian {
    void at(double[] x, double[][] h);
  }

  private final Landscape landscape;
  private final ToDoubleFunction<double[]> value;
  private final Gradient gradient;
  private final Hessian hessian;

  TestFunction(Box domain, ToDoubleFunction<double[]> value, Gradient gradient, Hessian hessian) {
    this(Landscape.on(domain), value, gradient, hessian);
  }

  TestFunction(
      Landscape landscape, ToDoubleFunction<double[]> value, Gradient gradient, Hessian hessian) {
    this.landscape = landscape;
    this.value = value;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /** x^2/2 + y^4/4 - y^2/2. */
  static TestFunction lee() {
    return new TestFunction(
        Box.cube(2, -2, 2),
        x -> x[0] * x[0] / 2 + x[1] * x[1] * x[1] * x[1] / 4 - x[1] * x[1] / 2,
        (x, g) -> set(g, x[0], x[1] * x[1] * x[1] - x[1]),
        (x, h) -> set(h, 1, 0, 3 * x[1] * x[1] - 1));
  }

  /** (x^2 + y - 11)^2 + (x + y^2 - 7)^2. */
  static TestFunction himmelblau() {
    return new TestFunction(
        Box.cube(2, -5, 5),
        x -> square(x[0] * x[0] + x[1] - 11) + square(x[0] + x[1] * x[1] - 7),
        (x, g) -> {
          double p = x[0] * x[0] + x[1] - 11;
          double q = x[0] + x[1] * x[1] - 7;
          set(g, 4 * x[0] * p + 2 * q, 2 * p + 4 * x[1] * q);
        },
        (x, h) ->
            set(
                h,
                12 * x[0] * x[0] + 4 * x[1] - 42,
                4 * (x[0] + x[1]),
                12 * x[1] * x[1] + 4 * x[0] - 26));
  }

  /** x^3 - 3 x y^2. */
  static TestFunction monkeySaddle() {
    return new TestFunction(
        Box.cube(2, -1, 1),
        x -> x[0] * x[0] * x[0] - 3 * x[0] * x[1] * x[1],
        (x, g) -> set(g, 3 * (x[0] * x[0] - x[1] * x[1]), -6 * x[0] * x[1]),
        (x, h) -> set(h, 6 * x[0], -6 * x[1], -6 * x[0]));
  }

  /** s (x - a)^2 + c (y - b)^p. */
  static TestFunction power(double s, double a, double c, double b, int p) {
    return new TestFunction(
        Box.cube(2, -2, 2),
        x -> s * square(x[0] - a) + c * Math.pow(x[1] - b, p),
        (x, g) -> set(g, 2 * s * (x[0] - a), c * p * Math.pow(x[1] - b, p - 1)),
        (x, h) -> set(h, 2 * s, 0, c * p * (p - 1) * Math.pow(x[1] - b, p - 2)));
  }

  /** 2xy + 2xz - 2x - y - z. */
  static TestFunction lineOfSaddles() {
    return new TestFunction(
        Box.cube(3, -2, 2),
        x -> 2 * x[0] * x[1] + 2 * x[0] * x[2] - 2 * x[0] - x[1] - x[2],
        (x, g) -> set(g, 2 * x[1] + 2 * x[2] - 2, 2 * x[0] - 1, 2 * x[0] - 1),
        (x, h) -> {
          for (double[] row : h) {
            Arrays.fill(row, 0);
          }
          h[0][1] = 2;
          h[1][0] = 2;
          h[0][2] = 2;
          h[2][0] = 2;
        });
  }

  /** (x y - 1)^2 / 2. */
  static TestFunction hyperbola() {
    return new TestFunction(
        Box.cube(2, -3, 3),
        x -> square(x[0] * x[1] - 1) / 2,
        (x, g) -> set(g, (x[0] * x[1] - 1) * x[1], (x[0] * x[1] - 1) * x[0]),
        (x, h) -> set(h, x[1] * x[1], 2 * x[0] * x[1] - 1, x[0] * x[0]));
  }

  /** (4 - 2.1 x^2 + x^4/3) x^2 + x y + (4 y^2 - 4) y^2. */
  static TestFunction sixHumpCamel() {
    return new TestFunction(
        Box.cube(2, -3.1, 3.1),
        x -> {
          double p = x[0] * x[0];
          double q = x[1] * x[1];
          return (4 - 2.1 * p + p * p / 3) * p + x[0] * x[1] + (4 * q - 4) * q;
        },
        (x, g) -> {
          double p = x[0] * x[0];
          double q = x[1] * x[1];
          set(g, x[0] * (8 - 8.4 * p + 2 * p * p) + x[1], x[0] + x[1] * (16 * q - 8));
        },
        (x, h) -> {
          double p = x[0] * x[0];
          set(h, 8 - 25.2 * p + 10 * p * p, 1, 48 * x[1] * x[1] - 8);
        });
  }

  /** sum of lambda_k x_k^2 / 2. */
  static TestFunction quadratic(double... lambda) {
    return new TestFunction(
        Box.cube(lambda.length, -1, 1),
        x -> {
          double sum = 0;
          for (int k = 0; k < x.length; k++) {
            sum += lambda[k] * x[k] * x[k] / 2;
          }
          return sum;
        },
        (x, g) -> {
          for (int k = 0; k < x.length; k++) {
            g[k] = lambda[k] * x[k];
          }
        },
        (x, h) -> {
          for (int k = 0; k < x.length; k++) {
            Arrays.fill(h[k], 0);
            h[k][k] = lambda[k];
          }
        });
  }

  /** The same function without its Hessian. */
  PointObjective withoutHessian() {
    TestFunction whole = this;
    return new PointObjective() {
      @Override
      protected double value(double[] x) {
        return whole.value(x);
      }

      @Override
      protected void gradient(double[] x, double[] g) {
        whole.gradient(x, g);
      }

      @Override
      public int dimension() {
        return whole.dimension();
      }

      @Override
      public Landscape landscape() {
        return landscape;
      }
    };
  }

  @Override
  public int dimension() {
    return landscape.domain().orElseThrow().dimension();
  }

  @Override
  public Landscape landscape() {
    return landscape;
  }

  @Override
  protected double value(double[] x) {
    return value.applyAsDouble(x);
  }

  @Override
  protected void gradient(double[] x, double[] g) {
    gradient.at(x, g);
  }

  @Override
  public void hessian(double[] x, double[][] h) {
    hessian.at(x, h);
  }

  static double square(double x) {
    return x * x;
  }

  static void set(double[] g, double... entries) {
    System.arraycopy(entries, 0, g, 0, g.length);
  }

  /** Sets a 2 x 2 matrix. */
  static void set(double[][] h, double xx, double xy, double yy) {
    h[0][0] = xx;
    h[0][1] = xy;
    h[1][0] = xy;
    h[1][1] = yy;
  }
}
