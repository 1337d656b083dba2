package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.LinearizedSpectrum;
import org.separatrix.core.linalg.SymmetricEigen;
import org.separatrix.core.precision.Precision;

/** What a method does in the neighbourhood of a critical point, by its linearization. Immutable. */
final class LocalDynamics {
  private static final double FORGOTTEN = 20;

  /** The part of a neighbourhood where the linear law is taken for granted. */
  private static final double LINEAR = 0.25;

  private static final double[] NONE = {};

  private final double[] x;
  private final double[] lambda;

  /** How many eigenvalues, the lowest, are negative. */
  private final int below;

  private final double[][] eigenvectors;
  private final double[] growth;
  private final double[] resolution;
  private final boolean expanding;
  private final boolean marginal;
  private final boolean linearized;
  private final boolean attracting;
  private final Optional<Overshoot> overshoot;
  private final double slowest;

  /**
   * Describes what a method does near a point.
   *
   * @param x the point
   * @param lambda eigenvalues of the Hessian there, ascending
   * @param below how many of them are negative
   * @param gradientLevel up to what norm a gradient there cannot be told from zero
   * @param vectors the eigenvectors, in the order of the eigenvalues
   * @param method what moves the runs
   */
  private LocalDynamics(
      double[] x,
      double[] lambda,
      int below,
      double gradientLevel,
      Supplier<double[][]> vectors,
      Optimizer method) {
    this.x = x;
    this.lambda = lambda;
    this.below = below;
    growth = new double[lambda.length];
    resolution = new double[lambda.length];
    Optional<Linearization> linearization = method.linearization();
    linearized = linearization.isPresent();
    boolean contracts = linearized;
    double largest = 0;
    boolean imperceptible = false;
    double ulps = ulps(x);
    for (int j = 0; j < lambda.length; j++) {
      boolean negative = j < below;
      double factor = factor(linearization, lambda[j], negative);
      contracts &= factor < 1 - LinearizedSpectrum.TOLERANCE;
      largest = Math.max(largest, factor);
      boolean unstable = factor > 1 + (negative ? Rounding.EPSILON : LinearizedSpectrum.TOLERANCE);
      imperceptible |= negative && !unstable && factor >= 1 - Rounding.EPSILON;
      growth[j] = unstable ? Math.log(factor) : 0;
      resolution[j] = ulps + Rounding.LEVELS * gradientLevel / Math.abs(lambda[j]);
    }
    expanding = Arrays.stream(growth).anyMatch(rate -> rate > 0);
    marginal = imperceptible;
    attracting = contracts;
    overshoot = contracts ? overshoot(method, lambda) : Optional.empty();
    slowest = largest;
    // A census in high dimension must fit into memory, so only what is needed is kept.
    eigenvectors = expanding ? vectors.get() : new double[0][];
    for (int j = 0; j < eigenvectors.length; j++) {
      eigenvectors[j] = growth[j] > 0 ? eigenvectors[j] : NONE;
    }
  }

  /**
   * Describes a point.
   *
   * @param point the point
   * @param refined what is known of it from its coordinates
   * @param method what moves the runs
   */
  static LocalDynamics at(CriticalPoint point, RefinedPoint refined, Optimizer method) {
    return new LocalDynamics(
        point.x(),
        point.eigenvalues(),
        negative(point, refined),
        refined.gradientNorm() + refined.immediateNoise(),
        point::eigenvectors,
        method);
  }

  /**
   * Describes a strict minimum.
   *
   * @param x the minimum; handed over
   * @param eigen the Hessian there
   * @param method what moves the runs
   */
  static LocalDynamics atMinimum(double[] x, SymmetricEigen eigen, Optimizer method) {
    return new LocalDynamics(x, eigen.values(), 0, 0, eigen::vectors, method);
  }

  /** What is proven of the signs may be beyond what rounding lets one see. */
  private static int negative(CriticalPoint point, RefinedPoint refined) {
    return point.status() == Status.CERTIFIED
        ? point.morseIndex()
        : refined.assessment().negative();
  }

  /** Tells whether it describes a point, whatever name that has by now. */
  boolean describes(CriticalPoint point, RefinedPoint refined) {
    return below == negative(point, refined)
        && Arrays.equals(x, point.x())
        && Arrays.equals(lambda, point.eigenvalues());
  }

  private static double factor(
      Optional<Linearization> linearization, double lambda, boolean negative) {
    return linearization
        .map(each -> ComplexEigenvalues.of(each.at(lambda)).spectralRadius())
        .filter(Double::isFinite)
        .orElse(negative ? Math.E : 1);
  }

  private static Optional<Overshoot> overshoot(Optimizer method, double[] lambda) {
    return Precision.inDouble(method) instanceof LinearMethod linear && linear.b().length > 1
        ? Optional.of(new Overshoot(linear, lambda))
        : Optional.empty();
  }

  /** Tells whether the method has a linearization. */
  boolean isLinearized() {
    return linearized;
  }

  /** Tells whether the method's linearization contracts in every direction. */
  boolean isAttracting() {
    return attracting;
  }

  /** Tells whether a direction of negative curvature expands too slowly to be seen in doubles. */
  boolean isMarginal() {
    return marginal;
  }

  /** Tells whether some direction expands, however slowly. */
  boolean hasUnstableDirection() {
    return expanding;
  }

  /**
   * Returns for how many steps a run must stay that noise may have brought here: {@value
   * #FORGOTTEN} times as long as the slowest direction takes to shrink by the factor e; infinite if
   * that is not known.
   */
  double stepsToStay() {
    return slowest < 1 ? -FORGOTTEN / Math.log(slowest) : Double.POSITIVE_INFINITY;
  }

  /**
   * Returns for how many steps momentum may carry a run away from a point that attracts it, until
   * the linear law bounds its way: 0 if it does already, or without memory.
   *
   * @param runs the run among others
   * @param i its index
   * @param radius of the neighbourhood
   */
  double stepsToSettle(Runs runs, int i, double radius) {
    if (overshoot.isEmpty()) {
      return 0;
    }
    double excess = overshoot.get().farthest(runs, i, x) / (LINEAR * radius);
    return excess <= 1 ? 0 : Math.log(excess) / -Math.log(slowest);
  }

  /** Returns how far momentum may carry runs from a point that attracts them, if they have any. */
  Optional<Overshoot> overshoot() {
    return overshoot;
  }

  /**
   * Returns the number of steps after which a run leaves a neighbourhood by the linear law, min_j
   * ln(R / |u_j|) / ln|z_j|, where u_j is the component of the end along an unstable eigenvector.
   *
   * @param end positions, {@code d x n}; not modified
   * @param i which of them
   * @param distance its distance from the point
   * @param radius R of the neighbourhood
   * @return infinite if every unstable component is zero, or below what can be told from zero
   */
  double stepsToLeave(double[][] end, int i, double distance, double radius) {
    double rounding = Rounding.LEVELS * Rounding.EPSILON * distance;
    double steps = Double.POSITIVE_INFINITY;
    for (int j = 0; j < x.length; j++) {
      if (growth[j] > 0) {
        double component = 0;
        for (int k = 0; k < x.length; k++) {
          component = Math.fma(eigenvectors[j][k], end[k][i] - x[k], component);
        }
        if (Math.abs(component) > resolution[j] + rounding * offAxis(j)) {
          // The quotient overflows for a component in the subnormal range.
          double logarithm = Math.log(radius) - Math.log(Math.abs(component));
          steps = Math.min(steps, logarithm / growth[j]);
        }
      }
    }
    return Math.max(0, steps);
  }

  /** Returns 0 for an eigenvector along a coordinate axis, whose products are exact, else 1. */
  private double offAxis(int j) {
    int nonzero = 0;
    for (double entry : eigenvectors[j]) {
      nonzero += entry == 0 ? 0 : 1;
    }
    return nonzero > 1 ? 1 : 0;
  }

  /** Returns an ulp of the coordinates, zero for coordinates that are exactly zero. */
  private static double ulps(double[] x) {
    double sum = 0;
    for (double coordinate : x) {
      sum += coordinate == 0 ? 0 : Math.ulp(coordinate);
    }
    return sum;
  }
}
