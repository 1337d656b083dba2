package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.LinearizedSpectrum;

/** A critical point with what a method does in its neighbourhood. Immutable. */
final class Anchor {
  private static final double EPSILON = Math.ulp(1.0);

  /** Safety factor on rounding errors. */
  private static final double LEVELS = 4;

  private static final double FORGOTTEN = 20;

  /** Safety factor on rounding errors of f, which are estimated from those of its gradient. */
  private static final double VALUE_LEVELS = 64;

  private static final double[] NONE = {};

  private final CriticalPoint point;
  private final double[] x;
  private final double[][] hessian;
  private final double[][] eigenvectors;
  private final double radius;
  private final double noise;
  private final double lowest;
  private final double[] growth;
  private final double[] resolution;
  private final boolean expanding;
  private final boolean marginal;
  private final boolean attracting;
  private final double slowest;
  private final boolean regular;

  /**
   * Describes a point.
   *
   * @param radius Euclidean radius of its neighbourhood: half the distance to the nearest other
   *     critical point
   * @param linearization of the method, if it has one
   */
  Anchor(
      PointFunction function,
      CriticalPoint point,
      double radius,
      Optional<Linearization> linearization) {
    this.point = point;
    this.radius = radius;
    x = point.x();
    hessian = function.hessian(x);
    RefinedPoint refined = function.known(x);
    Assessment assessment = refined.assessment();
    noise = refined.noise();
    lowest =
        point.value()
            - VALUE_LEVELS * (EPSILON * Math.abs(point.value()) + noise * function.scale(x));
    regular = assessment.zero() == 0 && point.kind() != CriticalPointKind.UNDECIDED;
    double[] lambda = point.eigenvalues();
    growth = new double[lambda.length];
    resolution = new double[lambda.length];
    // What is proven of the signs may be beyond what rounding lets one see.
    int below = point.status() == Status.CERTIFIED ? point.morseIndex() : assessment.negative();
    boolean contracts = linearization.isPresent();
    double largest = 0;
    boolean imperceptible = false;
    for (int j = 0; j < lambda.length; j++) {
      boolean negative = j < below;
      double factor = factor(linearization, lambda[j], negative);
      contracts &= factor < 1 - LinearizedSpectrum.TOLERANCE;
      largest = Math.max(largest, factor);
      boolean unstable = factor > 1 + (negative ? EPSILON : LinearizedSpectrum.TOLERANCE);
      imperceptible |= negative && !unstable && factor >= 1 - EPSILON;
      growth[j] = unstable ? Math.log(factor) : 0;
      resolution[j] =
          ulps(x)
              + LEVELS * (refined.gradientNorm() + refined.immediateNoise()) / Math.abs(lambda[j]);
    }
    expanding = Arrays.stream(growth).anyMatch(rate -> rate > 0);
    marginal = imperceptible;
    attracting = contracts;
    slowest = largest;
    // A census in high dimension must fit into memory, so only what is needed is kept.
    eigenvectors = expanding ? point.eigenvectors() : new double[0][];
    for (int j = 0; j < eigenvectors.length; j++) {
      eigenvectors[j] = growth[j] > 0 ? eigenvectors[j] : NONE;
    }
  }

  private static double factor(
      Optional<Linearization> linearization, double lambda, boolean negative) {
    return linearization
        .map(each -> ComplexEigenvalues.of(each.at(lambda)).spectralRadius())
        .filter(Double::isFinite)
        .orElse(negative ? Math.E : 1);
  }

  CriticalPoint point() {
    return point;
  }

  double x(int k) {
    return x[k];
  }

  double radius() {
    return radius;
  }

  /** Returns the rounding level of the gradient at the point. */
  double noise() {
    return noise;
  }

  /** Tells whether no eigenvalue of the Hessian is numerically zero. */
  boolean isRegular() {
    return regular;
  }

  /** Tells whether f is certainly higher at the point than this value. */
  boolean isHigherThan(double value) {
    return value < lowest;
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
   * #FORGOTTEN} times as long as the slowest direction takes to shrink by the factor e.
   */
  double stepsToStay() {
    return -FORGOTTEN / Math.log(slowest);
  }

  /** Returns the Euclidean distance of a run's end. */
  double distance(double[][] end, int i) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum += (end[k][i] - x[k]) * (end[k][i] - x[k]);
    }
    return Math.sqrt(sum);
  }

  /** Tells whether H (end - x*) is the gradient at the end, up to a tenth. */
  boolean explains(double[][] end, double[][] gradient, int i) {
    double deviation = 0;
    double square = 0;
    for (int k = 0; k < x.length; k++) {
      double difference = -gradient[k][i];
      for (int j = 0; j < x.length; j++) {
        difference = Math.fma(hessian[k][j], end[j][i] - x[j], difference);
      }
      deviation += difference * difference;
      square += gradient[k][i] * gradient[k][i];
    }
    // Nearly always so, and without square roots.
    return deviation <= 0.0099 * square
        || Math.sqrt(deviation) <= 0.1 * Math.sqrt(square) + LEVELS * noise;
  }

  /**
   * Returns the number of steps after which a run leaves the neighbourhood by the linear law, min_j
   * ln(R / |u_j|) / ln|z_j|, where u_j is the component of the end along an unstable eigenvector.
   *
   * @return infinite if every unstable component is zero, or below what can be told from zero
   */
  double stepsToLeave(double[][] end, int i) {
    double rounding = LEVELS * EPSILON * distance(end, i);
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
