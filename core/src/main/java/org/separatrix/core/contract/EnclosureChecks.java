package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.IntervalDifferentiable;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * Compares enclosures of derivatives with derivatives at random points of random boxes, corners
 * among them.
 *
 * <p>A quotient (g_k(x + t e_j) - g_k(x)) / t is a value of the second derivative between the two
 * points, so it lies in the enclosure, up to rounding, whatever t is.
 */
final class EnclosureChecks {
  private static final int BOXES = 24;
  private static final int POINTS = 24;

  /** Widths of the boxes, as parts of the domain's. */
  private static final double[] SHARES = {1, 0.3, 0.05, 1e-3, 1e-6, 0};

  /** Distance of two points of a quotient, as a part of the box's width. */
  private static final double STEP = 1e-2;

  /** Of what is computed at a point, relative to the largest gradient. */
  private static final double ROUNDING = 64 * Math.ulp(1.0);

  private final IntervalDifferentiable objective;
  private final Box region;
  private final SplittableRandom random;
  private final double gradientScale;
  private final List<String> violations = new ArrayList<>();

  private EnclosureChecks(IntervalDifferentiable objective, Box region, long seed) {
    this.objective = objective;
    this.region = region;
    random = new SplittableRandom(seed);
    double scale = 0;
    for (double[] gradient : Points.gradients(objective, Points.uniform(region, POINTS, seed))) {
      scale = Math.max(scale, Points.largest(gradient));
    }
    gradientScale = scale;
  }

  /** Returns the first violation of each kind. */
  static List<String> violations(IntervalDifferentiable objective, Box region, long seed) {
    EnclosureChecks checks = new EnclosureChecks(objective, region, seed);
    for (int i = 0; i < BOXES && checks.violations.isEmpty(); i++) {
      checks.check(checks.box(SHARES[i % SHARES.length]));
    }
    return checks.violations;
  }

  private IntervalVector box(double share) {
    double[] low = region.low();
    double[] high = region.high();
    Interval[] sides = new Interval[low.length];
    for (int k = 0; k < low.length; k++) {
      double width = share * (high[k] - low[k]);
      double from = low[k] + random.nextDouble() * (high[k] - low[k] - width);
      sides[k] = new Interval(Math.max(low[k], from), Math.min(high[k], from + width));
    }
    return IntervalVector.of(sides);
  }

  private void check(IntervalVector box) {
    int d = objective.dimension();
    double[] lowCorner = corner(box, Interval::low);
    double[] highCorner = corner(box, Interval::high);
    double[] low = unwritten(d);
    double[] high = unwritten(d);
    objective.encloseGradient(lowCorner, highCorner, low, high);
    double[][] lows = new double[d][];
    double[][] highs = new double[d][];
    Arrays.setAll(lows, k -> unwritten(d));
    Arrays.setAll(highs, k -> unwritten(d));
    objective.encloseHessian(lowCorner, highCorner, lows, highs);
    if (!Arrays.equals(lowCorner, corner(box, Interval::low))
        || !Arrays.equals(highCorner, corner(box, Interval::high))) {
      violations.add("enclosure: the bounds of the box were modified");
    }
    checkBounds(box, "gradient", low, high);
    for (int k = 0; k < d && violations.isEmpty(); k++) {
      checkBounds(box, "row %d of the Hessian".formatted(k + 1), lows[k], highs[k]);
    }
    for (int n = 0; n < POINTS && violations.isEmpty(); n++) {
      double[] point = point(box);
      checkGradient(box, point, low, high);
      checkQuotients(box, point, lows, highs);
      if (objective instanceof TwiceDifferentiable twice) {
        checkHessian(box, point, DerivativeChecks.hessian(twice, point), lows, highs);
      }
    }
  }

  private void checkBounds(IntervalVector box, String what, double[] low, double[] high) {
    for (int k = 0; k < low.length; k++) {
      if (!(low[k] <= high[k])) {
        violations.add(
            "enclosure: %s, entry %d, over %s is [%s, %s]"
                .formatted(what, k + 1, box, low[k], high[k]));
        return;
      }
    }
  }

  private void checkGradient(IntervalVector box, double[] point, double[] low, double[] high) {
    double[] gradient = Points.gradients(objective, List.of(point))[0];
    for (int k = 0; k < low.length; k++) {
      if (isOutside(gradient[k], low[k], high[k], ROUNDING * gradientScale)) {
        violations.add(
            "enclosure: over %s component %d of the gradient is enclosed in [%s, %s], at %s it is %s"
                .formatted(box, k + 1, low[k], high[k], Points.text(point), gradient[k]));
        return;
      }
    }
  }

  private void checkQuotients(IntervalVector box, double[] point, double[][] low, double[][] high) {
    for (int j = 0; j < point.length; j++) {
      double width = box.get(j).width();
      double step = point[j] + STEP * width <= box.get(j).high() ? STEP * width : -STEP * width;
      double[] moved = Points.moved(point, j, step);
      double distance = moved[j] - point[j];
      if (distance == 0 || !box.contains(moved)) {
        continue;
      }
      double[][] gradients = Points.gradients(objective, List.of(point, moved));
      double tolerance = 2 * ROUNDING * gradientScale / Math.abs(distance);
      for (int k = 0; k < point.length; k++) {
        double quotient = (gradients[1][k] - gradients[0][k]) / distance;
        if (isOutside(quotient, low[k][j], high[k][j], tolerance)) {
          reportEntry(box, point, k, j, low[k][j], high[k][j], quotient);
          return;
        }
      }
    }
  }

  private void checkHessian(
      IntervalVector box, double[] point, double[][] hessian, double[][] low, double[][] high) {
    double scale = 0;
    for (double[] row : hessian) {
      scale = Math.max(scale, Points.largest(row));
    }
    for (int k = 0; k < point.length; k++) {
      for (int j = 0; j < point.length; j++) {
        if (isOutside(hessian[k][j], low[k][j], high[k][j], ROUNDING * scale)) {
          reportEntry(box, point, k, j, low[k][j], high[k][j], hessian[k][j]);
          return;
        }
      }
    }
  }

  private void reportEntry(
      IntervalVector box, double[] point, int k, int j, double low, double high, double seen) {
    violations.add(
        "enclosure: over %s entry (%d, %d) of the Hessian is enclosed in [%s, %s], at %s it is %s"
            .formatted(box, k + 1, j + 1, low, high, Points.text(point), seen));
  }

  /** What is not finite, such as outside of the function's domain, needs infinite bounds. */
  private static boolean isOutside(double value, double low, double high, double tolerance) {
    return Double.isFinite(value)
        ? value < low - tolerance || value > high + tolerance
        : Double.isFinite(low) && Double.isFinite(high);
  }

  /** Draws a point, some coordinates at the ends. */
  private double[] point(IntervalVector box) {
    double[] point = new double[box.dimension()];
    for (int k = 0; k < point.length; k++) {
      double low = box.get(k).low();
      double high = box.get(k).high();
      point[k] =
          switch (random.nextInt(5)) {
            case 0 -> low;
            case 1 -> high;
            default -> Math.min(high, low + random.nextDouble() * (high - low));
          };
    }
    return point;
  }

  private static double[] corner(IntervalVector box, ToDoubleFunction<Interval> end) {
    double[] corner = new double[box.dimension()];
    Arrays.setAll(corner, k -> end.applyAsDouble(box.get(k)));
    return corner;
  }

  private static double[] unwritten(int length) {
    double[] array = new double[length];
    Arrays.fill(array, Double.NaN);
    return array;
  }
}
