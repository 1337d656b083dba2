package org.separatrix.analysis.precision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.geometry.LocalManifolds;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.critical.Gradients;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.Multiplier;
import org.separatrix.core.manifold.StartTrace;

/**
 * Starts on the stable manifold of a saddle, exact up to their own rounding.
 *
 * @param points the starts, each of length d
 * @param flat whether the manifold is the stable subspace itself
 * @param fixed coordinates that every point of the manifold shares with the saddle, if it is a
 *     coordinate plane; empty if it is not
 * @param excess how far the starts may be off the manifold, in units of their rounding in double
 *     precision; 0 if they are rounded exact ones
 */
record ManifoldStarts(List<double[]> points, boolean flat, int[] fixed, double excess) {
  /** A component of a saddle below this is 0 that was not computed exactly. */
  private static final double ZERO = 1e-12;

  private static final double ROUNDING = 64 * Math.ulp(1.0);
  private static final int SAMPLES = 64;

  /** Of the series of a bent manifold, where it is feasible. */
  private static final int ORDER = 10;

  /** What eigenvectors may be off by, in roundings of a start. */
  private static final double EIGENVECTORS = 8;

  private static final int MOST_HALVINGS = 10;
  private static final int PRECISE_HALVINGS = 4;

  /** Tells whether the manifold is a coordinate plane. */
  boolean isAligned() {
    return fixed.length > 0;
  }

  /** Returns how they are known, for a person. */
  String describe() {
    if (isAligned()) {
      return "a coordinate plane, turned exactly";
    }
    return flat
        ? "the stable subspace is invariant, known to %s roundings"
            .formatted(Numbers.number(excess))
        : "on the series of the parameterization method, to %s roundings"
            .formatted(Numbers.number(excess, 2));
  }

  /**
   * Returns the saddle's coordinates without what is left of zeros.
   *
   * @param point the saddle
   */
  static double[] center(CriticalPoint point) {
    double[] center = point.x();
    for (int k = 0; k < center.length; k++) {
      center[k] = Math.abs(center[k]) < ZERO ? 0 : center[k];
    }
    return center;
  }

  /**
   * Looks for starts at a distance from a saddle.
   *
   * @param objective the function
   * @param optimizer the method, with a linearization
   * @param point the saddle
   * @param radius the distance
   * @param count how many starts
   * @param random chooses them
   * @return empty if no direction is stable, or the manifold is bent and not known as a series
   */
  static Optional<ManifoldStarts> at(
      Objective objective,
      Optimizer optimizer,
      CriticalPoint point,
      double radius,
      int count,
      RandomGenerator random) {
    List<double[]> stable = new ArrayList<>();
    List<double[]> unstable = new ArrayList<>();
    double[] eigenvalues = point.eigenvalues();
    for (int i = 0; i < eigenvalues.length; i++) {
      double growth =
          ComplexEigenvalues.of(optimizer.linearization().orElseThrow().at(eigenvalues[i]))
              .spectralRadius();
      (growth < 1 ? stable : unstable).add(point.eigenvectors()[i]);
    }
    if (stable.isEmpty() || unstable.isEmpty()) {
      return Optional.empty();
    }
    int[] fixed = axes(unstable);
    double[] center = center(point);
    List<double[]> points = new ArrayList<>();
    for (int i = 0; i < Math.max(count, SAMPLES); i++) {
      points.add(moved(center, stable, fixed, radius, random));
    }
    if (fixed.length > 0 && points.stream().allMatch(x -> vanishes(objective, x, fixed))) {
      return Optional.of(new ManifoldStarts(points.subList(0, count), true, fixed, 0));
    }
    if (points.stream().allMatch(x -> staysIn(objective, x, unstable))) {
      return Optional.of(
          new ManifoldStarts(points.subList(0, count), true, new int[0], EIGENVECTORS));
    }
    if (objective instanceof CompiledFormula formula && optimizer instanceof LinearMethod method) {
      return bent(formula, method, point, points.subList(0, count));
    }
    return Optional.empty();
  }

  private static Optional<ManifoldStarts> bent(
      CompiledFormula formula, LinearMethod method, CriticalPoint point, List<double[]> near) {
    try {
      MethodMap map = new MethodMap(formula, method);
      LocalManifold manifold = new LocalManifolds(map, ORDER).stable(point);
      StartTrace trace = new StartTrace(manifold);
      for (int halvings = 0; halvings < MOST_HALVINGS; halvings++) {
        Optional<List<double[]>> points = on(trace, point.x(), near, Math.scalb(1.0, -halvings));
        if (points.isPresent()) {
          return Optional.of(closer(manifold, trace, point, near, halvings + PRECISE_HALVINGS));
        }
      }
      return Optional.empty();
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Where the truncation of the series, beyond its order in the distance, is gone. */
  private static ManifoldStarts closer(
      LocalManifold manifold,
      StartTrace trace,
      CriticalPoint point,
      List<double[]> near,
      int halvings) {
    List<double[]> points =
        on(trace, point.x(), near, Math.scalb(1.0, -halvings))
            .orElseThrow(() -> new IllegalArgumentException("the series ends"));
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    for (double[] x : points) {
      least = Math.min(least, point.distance(x));
      most = Math.max(most, point.distance(x));
    }
    double growth =
        manifold.otherMultipliers().stream().mapToDouble(Multiplier::modulus).max().orElseThrow();
    double error = manifold.residualOver(most) / (growth - 1);
    return new ManifoldStarts(points, false, new int[0], error / (least * 0x1p-53));
  }

  /** Moves points towards the saddle by a factor, and onto the manifold. */
  private static Optional<List<double[]>> on(
      StartTrace trace, double[] saddle, List<double[]> near, double factor) {
    List<double[]> points = new ArrayList<>();
    for (double[] x : near) {
      double[] closer = new double[x.length];
      Arrays.setAll(closer, k -> saddle[k] + factor * (x[k] - saddle[k]));
      Optional<double[]> point = trace.near(closer);
      if (point.isEmpty()) {
        return Optional.empty();
      }
      points.add(point.get());
    }
    return Optional.of(points);
  }

  /** Returns the coordinates along which the vectors lie, if each lies along one. */
  private static int[] axes(List<double[]> vectors) {
    int[] axes = new int[vectors.size()];
    for (int j = 0; j < axes.length; j++) {
      double[] v = vectors.get(j);
      axes[j] = -1;
      for (int k = 0; k < v.length; k++) {
        axes[j] = Math.abs(v[k]) > 1 - ZERO ? k : axes[j];
      }
      if (axes[j] < 0) {
        return new int[0];
      }
    }
    return axes;
  }

  private static double[] moved(
      double[] center, List<double[]> stable, int[] fixed, double radius, RandomGenerator random) {
    double[] weights = new double[stable.size()];
    double squares = 0;
    for (int j = 0; j < weights.length; j++) {
      weights[j] = random.nextGaussian();
      squares += weights[j] * weights[j];
    }
    // Starts at different distances, so that their rounding errors differ in one dimension, too.
    double factor = radius * (0.5 + 0.5 * random.nextDouble()) / Math.sqrt(squares);
    double[] x = center.clone();
    for (int j = 0; j < weights.length; j++) {
      for (int k = 0; k < x.length; k++) {
        x[k] = Math.fma(factor * weights[j], stable.get(j)[k], x[k]);
      }
    }
    for (int k : fixed) {
      x[k] = center[k];
    }
    return x;
  }

  private static boolean vanishes(Objective objective, double[] x, int[] fixed) {
    double[] g = Gradients.at(objective, x);
    return Arrays.stream(fixed).allMatch(k -> g[k] == 0 && x[k] == (float) x[k]);
  }

  private static boolean staysIn(Objective objective, double[] x, List<double[]> unstable) {
    double[] g = Gradients.at(objective, x);
    double norm = Math.sqrt(dot(g, g));
    return unstable.stream().allMatch(v -> Math.abs(dot(v, g)) <= ROUNDING * norm);
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum = Math.fma(p[i], q[i], sum);
    }
    return sum;
  }
}
