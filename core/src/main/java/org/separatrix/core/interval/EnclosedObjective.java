package org.separatrix.core.interval;

import java.util.Arrays;
import org.separatrix.api.objective.IntervalDifferentiable;

/** The interval extension that an objective brings along. */
public final class EnclosedObjective implements IntervalExtension {
  private final IntervalDifferentiable objective;

  /**
   * Wraps an objective.
   *
   * @param objective the objective, whose enclosures are taken at their word
   */
  public EnclosedObjective(IntervalDifferentiable objective) {
    this.objective = objective;
  }

  @Override
  public int dimension() {
    return objective.dimension();
  }

  @Override
  public Enclosure<IntervalVector> gradient(IntervalVector box) {
    int d = dimension();
    double[] low = new double[d];
    double[] high = new double[d];
    objective.encloseGradient(lows(box), highs(box), low, high);
    Interval[] gradient = new Interval[d];
    boolean bounded = true;
    for (int k = 0; k < d; k++) {
      gradient[k] = interval(low[k], high[k]);
      bounded &= gradient[k].isBounded();
    }
    return new Enclosure<>(IntervalVector.of(gradient), bounded);
  }

  @Override
  public Enclosure<IntervalVector> meanValueGradient(IntervalVector box) {
    Enclosure<IntervalVector> natural = gradient(box);
    Enclosure<IntervalMatrix> hessian = hessian(box);
    if (!natural.isDefinedEverywhere() || !hessian.isDefinedEverywhere() || box.isEmpty()) {
      return natural;
    }
    IntervalVector middle = IntervalVector.point(box.midpoint());
    IntervalVector form = gradient(middle).range().plus(hessian.range().times(box.minus(middle)));
    return new Enclosure<>(natural.range().intersection(form), true);
  }

  @Override
  public Enclosure<IntervalMatrix> hessian(IntervalVector box) {
    int d = dimension();
    double[][] low = new double[d][d];
    double[][] high = new double[d][d];
    objective.encloseHessian(lows(box), highs(box), low, high);
    Interval[][] hessian = new Interval[d][d];
    boolean bounded = true;
    for (int i = 0; i < d; i++) {
      for (int j = 0; j < d; j++) {
        hessian[i][j] = interval(low[i][j], high[i][j]);
        bounded &= hessian[i][j].isBounded();
      }
    }
    return new Enclosure<>(IntervalMatrix.of(hessian), bounded);
  }

  @Override
  public Enclosure<IntervalMatrix> jacobian(IntervalVector box) {
    return hessian(box);
  }

  /** Bounds that are no interval say nothing. */
  private static Interval interval(double low, double high) {
    boolean valid =
        low <= high && low < Double.POSITIVE_INFINITY && high > Double.NEGATIVE_INFINITY;
    return valid ? new Interval(low, high) : Interval.ENTIRE;
  }

  private static double[] lows(IntervalVector box) {
    double[] low = new double[box.dimension()];
    Arrays.setAll(low, k -> box.get(k).low());
    return low;
  }

  private static double[] highs(IntervalVector box) {
    double[] high = new double[box.dimension()];
    Arrays.setAll(high, k -> box.get(k).high());
    return high;
  }
}
