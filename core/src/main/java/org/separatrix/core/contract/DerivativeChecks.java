package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.FactoredGradient;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.TwiceDifferentiable;

/**
 * Compares derivatives with central differences, at random points.
 *
 * <p>With the steps h and h/2 the differences D(h) and D(h/2) give (4 D(h/2) - D(h)) / 3, whose
 * error is of fourth order in h; |D(h) - D(h/2)| bounds it also where the function is only twice
 * differentiable, and rounding adds a few units in the last place of the largest value, over h.
 */
final class DerivativeChecks {
  private static final int POINTS = 12;
  private static final double RELATIVE_STEP = 1e-4;
  private static final double ROUNDING = 64 * Math.ulp(1.0);

  private final Objective objective;
  private final double[] step;
  private final List<double[]> points;
  private final List<String> violations = new ArrayList<>();

  private DerivativeChecks(Objective objective, Box region, long seed) {
    this.objective = objective;
    points = Points.uniform(region, POINTS, seed);
    double[] low = region.low();
    double[] high = region.high();
    step = new double[low.length];
    Arrays.setAll(step, k -> RELATIVE_STEP * (high[k] - low[k]));
  }

  static List<String> violations(Objective objective, Box region, long seed) {
    DerivativeChecks checks = new DerivativeChecks(objective, region, seed);
    checks.checkGradient();
    if (objective instanceof TwiceDifferentiable twice) {
      checks.checkHessian(twice);
    }
    if (objective instanceof FactoredGradient factored) {
      checks.checkMultipliers(factored);
    }
    return checks.violations;
  }

  /** The multipliers times the coordinates are the gradient. */
  private void checkMultipliers(FactoredGradient factored) {
    double[][] gradients = Points.gradients(objective, points);
    for (int n = 0; n < POINTS; n++) {
      double[] x = points.get(n);
      double[] multipliers = new double[x.length];
      factored.multipliers(x, multipliers);
      for (int k = 0; k < x.length; k++) {
        double product = multipliers[k] * x[k];
        double scale = Math.max(Math.abs(product), Points.norm(gradients[n]));
        if (!(Math.abs(product - gradients[n][k]) <= ROUNDING * scale)) {
          violations.add(
              "multipliers: at %s component %d of the gradient is %s, but m x is %s"
                  .formatted(Arrays.toString(x), k + 1, gradients[n][k], product));
        }
      }
    }
  }

  private void checkGradient() {
    double[] values = Points.values(objective, points);
    double[][] gradients = Points.gradients(objective, points);
    if (Arrays.stream(values).noneMatch(Double::isFinite)) {
      violations.add("value: not finite at any of %d points of the domain".formatted(POINTS));
    }
    double scale = Points.largest(values);
    for (int n = 0; n < POINTS; n++) {
      double[] around = Points.values(objective, stencil(points.get(n)));
      for (int k = 0; k < step.length; k++) {
        Difference difference =
            Difference.of(around[4 * k], around[4 * k + 1], around[4 * k + 2], around[4 * k + 3])
                .over(step[k], scale);
        if (difference.contradicts(gradients[n][k], Points.norm(gradients[n]))) {
          violations.add(
              "gradient: at %s component %d is %s, differences of the value give %s"
                  .formatted(
                      Points.text(points.get(n)), k + 1, gradients[n][k], difference.estimate()));
          return;
        }
      }
    }
  }

  private void checkHessian(TwiceDifferentiable twice) {
    double scale = 0;
    for (double[] gradient : Points.gradients(objective, points)) {
      scale = Math.max(scale, Points.largest(gradient));
    }
    for (double[] point : points) {
      double[][] hessian = hessian(twice, point);
      double[][] around = Points.gradients(objective, stencil(point));
      for (int k = 0; k < step.length; k++) {
        for (int j = 0; j < step.length; j++) {
          String violation = entryViolation(hessian, around, j, k, scale);
          if (!violation.isEmpty()) {
            violations.add("hessian: at %s %s".formatted(Points.text(point), violation));
            return;
          }
        }
      }
    }
  }

  private String entryViolation(double[][] hessian, double[][] around, int j, int k, double scale) {
    Difference difference =
        Difference.of(
                around[4 * k][j], around[4 * k + 1][j], around[4 * k + 2][j], around[4 * k + 3][j])
            .over(step[k], scale);
    double size = Points.largest(hessian[j]);
    if (difference.contradicts(hessian[j][k], size)) {
      return "entry (%d, %d) is %s, differences of the gradient give %s"
          .formatted(j + 1, k + 1, hessian[j][k], difference.estimate());
    }
    if (Math.abs(hessian[j][k] - hessian[k][j]) > 1e-12 * size) {
      return "entry (%d, %d) is %s, entry (%d, %d) is %s"
          .formatted(j + 1, k + 1, hessian[j][k], k + 1, j + 1, hessian[k][j]);
    }
    return "";
  }

  /** Returns the Hessian; entries that are not written are NaN. */
  static double[][] hessian(TwiceDifferentiable objective, double[] point) {
    double[][] hessian = new double[point.length][point.length];
    for (double[] row : hessian) {
      Arrays.fill(row, Double.NaN);
    }
    objective.hessian(point.clone(), hessian);
    return hessian;
  }

  /** Returns x + h e_k, x - h e_k, x + h/2 e_k, x - h/2 e_k for each coordinate k. */
  private List<double[]> stencil(double[] point) {
    List<double[]> stencil = new ArrayList<>();
    for (int k = 0; k < point.length; k++) {
      stencil.add(Points.moved(point, k, step[k]));
      stencil.add(Points.moved(point, k, -step[k]));
      stencil.add(Points.moved(point, k, step[k] / 2));
      stencil.add(Points.moved(point, k, -step[k] / 2));
    }
    return stencil;
  }

  /** An extrapolated difference quotient and a bound on its error. */
  private record Difference(double estimate, double error) {
    static Difference of(double farUp, double farDown, double nearUp, double nearDown) {
      double far = (farUp - farDown) / 2;
      double near = nearUp - nearDown;
      return new Difference((4 * near - far) / 3, 2 * Math.abs(far - near));
    }

    Difference over(double step, double scale) {
      return new Difference(estimate / step, (error + ROUNDING * scale) / step);
    }

    /** Where the function is not finite nearby, nothing is contradicted. */
    boolean contradicts(double derivative, double size) {
      return Double.isFinite(estimate) && !(Math.abs(derivative - estimate) <= error + 1e-9 * size);
    }
  }
}
