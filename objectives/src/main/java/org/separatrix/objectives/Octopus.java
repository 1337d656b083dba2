package org.separatrix.objectives;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.FactoredGradient;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.plugin.Doc;

/**
 * A function with a chain of d saddles that gradient descent passes one after the other, each
 * taking a constant factor longer than the one before (Du, Jin, Lee, Jordan, Poczos and Singh,
 * "Gradient Descent Can Take Exponential Time to Escape Saddle Points", NIPS 2017).
 *
 * <p>With the profile p and the gate a of {@link OctopusArm}, f = F_1 where
 *
 * <pre>
 *   F_i = p(x_i) + a(x_i) F_{i+1} + (1 - a(x_i)) S_{i+1},   F_{d+1} = 0,   S_i = L (x_i^2 + ... + x_d^2).
 * </pre>
 *
 * <p>The paper defines f where |x_j| is in [2 tau, 6 tau] for j &lt; i, |x_i| is at most 2 tau and
 * |x_j| is at most tau for j &gt; i. There this recursion is the paper's function, whose g_2 is L
 * (1 - a) - gamma a. Everywhere else the recursion is our completion; it is twice continuously
 * differentiable on R^d and adds no critical point. For |x_i| between tau and 2 tau the derivative
 * in x_i has the sign of -x_i: p falls as |x_i| grows, a grows, and F_{i+1} is at most S_{i+1}, by
 * induction from p(x) &lt;= L x^2. So x_i is 0 with all later coordinates, or +-4 tau: 2^{d+1} - 1
 * critical points. The 2^d minima have the Hessian 2 L I; at a saddle one eigenvalue is -2 gamma
 * and the others are 2 L.
 */
public final class Octopus extends PointObjective implements TwiceDifferentiable, FactoredGradient {
  /**
   * With more coordinates there would be more than 127 critical points to declare; then those of
   * the positive orthant are.
   */
  private static final int DECLARED_DIMENSION = 6;

  private final Config config;
  private final OctopusArm arm;

  /**
   * Creates the function.
   *
   * @param config its parameters
   */
  public Octopus(Config config) {
    this.config = config;
    arm = new OctopusArm(config.tau(), config.gamma(), config.l());
  }

  @Override
  public int dimension() {
    return config.dimension();
  }

  @Override
  protected double value(double[] x) {
    double f = 0;
    double s = 0;
    for (int i = x.length - 1; i >= 0; i--) {
      double gate = arm.gate(x[i]);
      f = arm.profile(x[i]) + gate * f + (1 - gate) * s;
      s += config.l() * x[i] * x[i];
    }
    return f;
  }

  @Override
  protected void gradient(double[] x, double[] g) {
    excess(x, g);
    double weight = 1;
    for (int i = 0; i < x.length; i++) {
      double slope = arm.profileSlope(x[i]) + arm.gateSlope(x[i]) * g[i];
      g[i] = weight * slope + (1 - weight) * 2 * config.l() * x[i];
      weight *= arm.gate(x[i]);
    }
  }

  /**
   * {@inheritDoc}
   *
   * <p>With w_i = a(x_1) ... a(x_{i-1}) and D_i = F_i - S_i, the derivative in x_i is w_i q_i + 2 L
   * x_i, where q_i = p'(x_i) - 2 L x_i + a'(x_i) D_{i+1} and the derivative of D_j in x_j is q_j.
   */
  @Override
  public void hessian(double[] x, double[][] h) {
    int d = x.length;
    double[] excess = new double[d];
    excess(x, excess);
    double weight = 1;
    for (int i = 0; i < d; i++) {
      double gateSlope = arm.gateSlope(x[i]);
      double curvature = arm.profileCurvature(x[i]) + arm.gateCurvature(x[i]) * excess[i];
      h[i][i] = weight * curvature + (1 - weight) * 2 * config.l();
      double chain = weight * gateSlope;
      for (int j = i + 1; j < d; j++) {
        double slope =
            arm.profileSlope(x[j]) - 2 * config.l() * x[j] + arm.gateSlope(x[j]) * excess[j];
        h[i][j] = chain * slope;
        h[j][i] = h[i][j];
        chain *= arm.gate(x[j]);
      }
      weight *= arm.gate(x[i]);
    }
  }

  /** The profile and the gate are even, so each derivative is a multiple of its coordinate. */
  @Override
  public void multipliers(double[] x, double[] multipliers) {
    excess(x, multipliers);
    double weight = 1;
    for (int i = 0; i < x.length; i++) {
      double multiple = arm.profileMultiple(x[i]);
      if (multipliers[i] != 0) {
        multiple += arm.gateMultiple(x[i]) * multipliers[i];
      }
      multipliers[i] = weight * multiple + (1 - weight) * 2 * config.l();
      weight *= arm.gate(x[i]);
    }
  }

  /** Computes {@code excess[i]} = F_{i+1} - S_{i+1}, what lies behind the gate of coordinate i. */
  private void excess(double[] x, double[] excess) {
    double behind = 0;
    for (int i = x.length - 1; i >= 0; i--) {
      excess[i] = behind;
      behind = arm.profile(x[i]) - config.l() * x[i] * x[i] + arm.gate(x[i]) * behind;
    }
  }

  @Override
  public Landscape landscape() {
    int d = dimension();
    double far = 4 * config.tau();
    Landscape landscape =
        Landscape.on(Box.cube(d, -6 * config.tau(), 6 * config.tau()))
            .withSource(
                "Du, Jin, Lee, Jordan, Poczos and Singh, Gradient Descent Can Take Exponential"
                    + " Time to Escape Saddle Points, NIPS 2017");
    for (int prefix = 0; prefix <= d; prefix++) {
      int orthants = d > DECLARED_DIMENSION ? 1 : 1 << prefix;
      for (int signs = 0; signs < orthants; signs++) {
        double[] x = new double[d];
        for (int i = 0; i < prefix; i++) {
          x[i] = d > DECLARED_DIMENSION || (signs >> i & 1) == 0 ? far : -far;
        }
        landscape = landscape.withCriticalPoint(kind(prefix), x);
      }
    }
    return landscape;
  }

  private CriticalPointKind kind(int prefix) {
    if (prefix == dimension()) {
      return CriticalPointKind.LOCAL_MINIMUM;
    }
    return dimension() == 1 ? CriticalPointKind.LOCAL_MAXIMUM : CriticalPointKind.STRICT_SADDLE;
  }

  /**
   * Configuration of {@link Octopus}.
   *
   * @param dimension number of coordinates d
   * @param tau a quarter of the distance between neighbouring critical points
   * @param gamma half the negative curvature at each saddle
   * @param l half the curvature at each minimum
   */
  @Doc(
      value = "Du et al.'s chain of saddles that takes gradient descent exponential time to pass.",
      example = "{type: octopus, dimension: 3, gamma: 1, l: 3}")
  public record Config(
      @Doc(value = "Number of coordinates d, at least 1.", defaultValue = "2", example = "3")
          int dimension,
      @Doc(
              value = "A quarter of the distance between neighbouring critical points.",
              unit = "unit of x",
              defaultValue = "2.718281828459045",
              example = "1")
          double tau,
      @Doc(
              value = "Half the negative curvature at each saddle.",
              unit = "unit of f per squared unit of x",
              defaultValue = "1",
              example = "1")
          double gamma,
      @Doc(
              value = "Half the curvature at each minimum, at least gamma.",
              unit = "unit of f per squared unit of x",
              defaultValue = "3",
              example = "3")
          double l) {
    /** Checks the ranges. */
    public Config {
      Dimension.check(dimension, 1);
      if (!(tau > 0) || Double.isInfinite(tau)) {
        throw new IllegalArgumentException("tau is " + tau + ": it must be positive and finite");
      }
      if (!(gamma > 0)) {
        throw new IllegalArgumentException("gamma is " + gamma + ": it must be positive");
      }
      if (!(l >= gamma) || Double.isInfinite(l)) {
        throw new IllegalArgumentException(
            "l is %s: it must be finite and at least gamma, which is %s".formatted(l, gamma));
      }
    }
  }
}
