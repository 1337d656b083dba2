package org.separatrix.objectives;

import java.util.Arrays;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.plugin.Doc;

/**
 * A function on which gradient descent with alpha = 1 maps an open set onto the stable manifold of
 * a strict saddle in one step: the control for the hypothesis alpha &lt; 1/L.
 *
 * <p>With w = max(0, 1 - x_1^2) it is f(x) = x_1^2 / 2 - (1 - w^3) / 5 + (x_2^2 + ... + x_d^2) / 2,
 * twice continuously differentiable. Where |x_1| is at least 1 the gradient is x itself, so that
 * the step 1 leads to the origin, whose eigenvalues are -1/5 and 1 (d - 1 times). The second
 * derivative in x_1 is 1 - 6/5 w (1 - 5 x_1^2), from -1/5 at 0 to 1.96 at x_1^2 = 3/5; L = 1.96
 * everywhere. The minima lie at x_1^2 = 1 - sqrt(5/6).
 */
public final class Collapse implements TwiceDifferentiable {
  private final int dimension;

  /**
   * Creates the function.
   *
   * @param dimension number of coordinates d, at least 1
   */
  public Collapse(int dimension) {
    this.dimension = dimension;
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    double[] first = x[0];
    for (int i = 0; i < lanes; i++) {
      double square = first[i] * first[i];
      double w = Math.max(0, 1 - square);
      f[i] = 0.5 * square - 0.2 * (1 - w * w * w);
    }
    for (int k = 1; k < dimension; k++) {
      double[] xk = x[k];
      for (int i = 0; i < lanes; i++) {
        f[i] = Math.fma(0.5 * xk[i], xk[i], f[i]);
      }
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    double[] first = x[0];
    double[] slope = g[0];
    for (int i = 0; i < lanes; i++) {
      double w = Math.max(0, 1 - first[i] * first[i]);
      slope[i] = first[i] * (1 - 1.2 * w * w);
    }
    for (int k = 1; k < dimension; k++) {
      System.arraycopy(x[k], 0, g[k], 0, lanes);
    }
  }

  @Override
  public void hessian(double[] x, double[][] h) {
    for (int k = 0; k < dimension; k++) {
      Arrays.fill(h[k], 0.0);
      h[k][k] = 1;
    }
    double square = x[0] * x[0];
    h[0][0] = 1 - 1.2 * Math.max(0, 1 - square) * (1 - 5 * square);
  }

  @Override
  public Landscape landscape() {
    double[] minimum = new double[dimension];
    minimum[0] = Math.sqrt(1 - Math.sqrt(1 / 1.2));
    double[] opposite = minimum.clone();
    opposite[0] = -minimum[0];
    return Landscape.on(Box.cube(dimension, -2, 2))
        .withLipschitz(1.96)
        .withSource("Separatrix; the effect: Schaeffer and McCalla, arXiv:1908.01753")
        .withCriticalPoint(
            dimension == 1 ? CriticalPointKind.LOCAL_MAXIMUM : CriticalPointKind.STRICT_SADDLE,
            new double[dimension])
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, minimum)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, opposite);
  }

  /**
   * Configuration of {@link Collapse}.
   *
   * @param dimension number of coordinates d
   */
  @Doc(
      value =
          "A function on which gradient descent with step 1 maps an open set onto a strict saddle's"
              + " stable manifold.",
      example = "{type: collapse, dimension: 2}")
  public record Config(
      @Doc(value = "Number of coordinates d, at least 1.", defaultValue = "1", example = "2")
          int dimension) {
    /** Checks the dimension. */
    public Config {
      Dimension.check(dimension, 1);
    }
  }
}
