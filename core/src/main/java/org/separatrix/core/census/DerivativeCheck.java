package org.separatrix.core.census;

import java.util.Optional;
import java.util.SplittableRandom;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * Looks for a contradiction between the derivatives that an interval extension states.
 *
 * <p>On a segment from x to y, grad f(y) - grad f(x) lies in H (y - x) for the Hessians H of a box
 * around it, and the Hessian is symmetric. Enclosures that have no number in common prove that one
 * of them is wrong. Segments of many lengths at fixed places of the box are tried; that none shows
 * a contradiction proves nothing.
 *
 * <p>Coefficients of the expressions for the Hessian may be rounded, so it is given a relative
 * tolerance of {@value #TOLERANCE}; the Jacobian is that of the gradient's own expressions and gets
 * none, but for its symmetry.
 */
public final class DerivativeCheck {
  private static final int SEGMENTS = 24;
  private static final double TOLERANCE = 1e-10;
  private static final long SEED = 0x5EBA12A7;

  private DerivativeCheck() {}

  /**
   * Returns a proof that the derivatives contradict each other, as a sentence, if one is found.
   *
   * @param function the extension
   * @param box where, bounded
   */
  public static Optional<String> contradiction(IntervalExtension function, IntervalVector box) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int n = 0; n < SEGMENTS; n++) {
      double length = StrictMath.pow(2, -n);
      double[] x = new double[box.dimension()];
      double[] y = new double[box.dimension()];
      for (int k = 0; k < x.length; k++) {
        Interval component = box.get(k);
        x[k] = component.low() + random.nextDouble() * (component.high() - component.low());
        double target =
            component.low() + random.nextDouble() * (component.high() - component.low());
        y[k] = x[k] + length * (target - x[k]);
      }
      Optional<String> contradiction = between(function, x, y);
      if (contradiction.isPresent()) {
        return contradiction;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> between(IntervalExtension function, double[] x, double[] y) {
    IntervalVector from = IntervalVector.point(x);
    IntervalVector to = IntervalVector.point(y);
    IntervalVector around = from.hull(to);
    Enclosure<IntervalMatrix> hessian = function.hessian(around);
    Enclosure<IntervalMatrix> jacobian = function.jacobian(around);
    if (!hessian.isDefinedEverywhere() || !jacobian.isDefinedEverywhere()) {
      return Optional.empty();
    }
    IntervalVector step = to.minus(from);
    IntervalVector change = function.gradient(to).range().minus(function.gradient(from).range());
    Optional<String> asymmetry = asymmetry(jacobian.range(), around);
    if (asymmetry.isPresent()) {
      return asymmetry;
    }
    return disagreement(change, jacobian.range().times(step), "Jacobian", around)
        .or(() -> disagreement(change, tolerant(hessian.range()).times(step), "Hessian", around));
  }

  private static Optional<String> disagreement(
      IntervalVector change, IntervalVector predicted, String matrix, IntervalVector around) {
    for (int i = 0; i < change.dimension(); i++) {
      if (change.get(i).intersection(predicted.get(i)).isEmpty()) {
        return Optional.of(
            ("gradient and %s contradict each other on %s: component %d of the gradient"
                    + " changes by %s, which cannot be, since it changes by %s")
                .formatted(matrix, around, i + 1, predicted.get(i), change.get(i)));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> asymmetry(IntervalMatrix jacobian, IntervalVector around) {
    IntervalMatrix wide = tolerant(jacobian);
    for (int i = 0; i < jacobian.rows(); i++) {
      for (int j = 0; j < i; j++) {
        if (wide.get(i, j).intersection(wide.get(j, i)).isEmpty()) {
          return Optional.of(
              "the Jacobian is not symmetric on %s, so it is not that of a gradient: entries (%d, %d) and (%d, %d) are %s and %s"
                  .formatted(around, i + 1, j + 1, j + 1, i + 1, wide.get(i, j), wide.get(j, i)));
        }
      }
    }
    return Optional.empty();
  }

  /** Coefficients may cancel, so the tolerance is relative to the whole row. */
  private static IntervalMatrix tolerant(IntervalMatrix matrix) {
    double margin = TOLERANCE * matrix.infinityNorm();
    Interval[][] entries = new Interval[matrix.rows()][matrix.columns()];
    for (int i = 0; i < entries.length; i++) {
      for (int j = 0; j < entries[i].length; j++) {
        entries[i][j] = matrix.get(i, j).inflated(margin);
      }
    }
    return IntervalMatrix.of(entries);
  }
}
