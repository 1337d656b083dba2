package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Landscape.KnownPoint;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.critical.Hessians;
import org.separatrix.core.linalg.SymmetricEigen;

/** Checks what an objective declares: its domain, its Lipschitz constant, its critical points. */
final class LandscapeChecks {
  private static final int POINTS = 30;

  /** Corners of the domain are looked at up to this dimension. */
  private static final int CORNER_DIMENSION = 4;

  /** A declared point may be off by this share of the domain's diagonal. */
  private static final double POINT_TOLERANCE = 1e-6;

  private final Objective objective;
  private final Landscape landscape;
  private final Box region;
  private final double eigenvalueTolerance;
  private final double hessianScale;
  private final double gradientScale;
  private final List<String> violations = new ArrayList<>();

  private LandscapeChecks(Objective objective, Box region, long seed) {
    this.objective = objective;
    this.region = region;
    landscape = objective.landscape();
    List<double[]> samples = Points.uniform(region, POINTS, seed);
    samples.addAll(corners(region));
    double norm = 0;
    for (double[] point : samples) {
      norm = Math.max(norm, Points.largest(eigenvalues(point)));
    }
    hessianScale = norm;
    double gradient = 0;
    for (double[] row : Points.gradients(objective, samples)) {
      gradient = Math.max(gradient, Points.largest(row));
    }
    gradientScale = gradient;
    eigenvalueTolerance = Hessians.areExact(objective) ? 1e-10 : 1e-6;
  }

  static List<String> violations(Objective objective, Box region, long seed) {
    int dimension = objective.dimension();
    if (region.dimension() != dimension) {
      return List.of(
          "domain: has dimension %d, the objective %d".formatted(region.dimension(), dimension));
    }
    LandscapeChecks checks = new LandscapeChecks(objective, region, seed);
    checks.checkLipschitz();
    for (KnownPoint point : checks.landscape.criticalPoints()) {
      checks.checkCriticalPoint(point);
    }
    return checks.violations;
  }

  private void checkLipschitz() {
    double declared = landscape.lipschitz().orElse(Double.POSITIVE_INFINITY);
    if (hessianScale > declared * (1 + eigenvalueTolerance)) {
      violations.add(
          "lipschitz: L is declared as %s, but the Hessian has the norm %s in the domain"
              .formatted(declared, hessianScale));
    }
  }

  private void checkCriticalPoint(KnownPoint point) {
    double[] x = point.x();
    if (x.length != objective.dimension()) {
      violations.add("critical point: %s has dimension %d".formatted(Points.text(x), x.length));
      return;
    }
    double norm = Points.norm(Points.gradients(objective, List.of(x))[0]);
    double[] eigenvalues = eigenvalues(x);
    double nearby =
        POINT_TOLERANCE * region.diameter() * Points.largest(eigenvalues) + 1e-14 * gradientScale;
    if (!(norm <= nearby)) {
      violations.add(
          "critical point: at %s the gradient has the norm %s".formatted(Points.text(x), norm));
    }
    CriticalPointKind kind = kind(eigenvalues);
    if (kind != point.kind()) {
      violations.add(
          "critical point: %s is declared as %s, its eigenvalues %s say %s"
              .formatted(Points.text(x), point.kind(), Points.text(eigenvalues), kind));
    }
  }

  private CriticalPointKind kind(double[] ascending) {
    double tolerance = eigenvalueTolerance * hessianScale;
    if (ascending[ascending.length - 1] < -tolerance) {
      return CriticalPointKind.LOCAL_MAXIMUM;
    }
    if (ascending[0] < -tolerance) {
      return CriticalPointKind.STRICT_SADDLE;
    }
    return ascending[0] > tolerance
        ? CriticalPointKind.LOCAL_MINIMUM
        : CriticalPointKind.DEGENERATE;
  }

  /** Returns the Hessian's eigenvalues, ascending; none where it is not finite. */
  private double[] eigenvalues(double[] x) {
    double[][] hessian = Hessians.at(objective, region, x);
    for (double[] row : hessian) {
      for (double entry : row) {
        if (!Double.isFinite(entry)) {
          return new double[] {Double.NaN};
        }
      }
    }
    return SymmetricEigen.of(hessian).values();
  }

  private static List<double[]> corners(Box box) {
    int d = box.dimension();
    List<double[]> corners = new ArrayList<>();
    for (int corner = 0; d <= CORNER_DIMENSION && corner < 1 << d; corner++) {
      double[] point = box.low();
      for (int k = 0; k < d; k++) {
        if ((corner >> k & 1) == 1) {
          point[k] = box.high()[k];
        }
      }
      corners.add(point);
    }
    return corners;
  }
}
