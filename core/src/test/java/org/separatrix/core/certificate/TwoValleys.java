package org.separatrix.core.certificate;

import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.IntervalDifferentiable;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.core.interval.Interval;

/**
 * x^2/2 - 0.2 (1 - q^3) + y^2/2 with q = max(0, 1 - x^2): twice continuously differentiable, and no
 * formula. It has a saddle at 0 with the eigenvalues -0.2 and 1, minima at x = +-sqrt(1 - 1/sqrt
 * 1.2) and L = 1.96.
 */
public class TwoValleys extends PointObjective implements IntervalDifferentiable {
  private static final double DEPTH = 1.2;

  @Override
  public final int dimension() {
    return 2;
  }

  @Override
  public final Landscape landscape() {
    return Landscape.on(Box.cube(2, -2, 2));
  }

  @Override
  protected final double value(double[] x) {
    double q = Math.max(0, 1 - x[0] * x[0]);
    return x[0] * x[0] / 2 - DEPTH / 6 * (1 - q * q * q) + x[1] * x[1] / 2;
  }

  @Override
  protected final void gradient(double[] x, double[] g) {
    double q = Math.max(0, 1 - x[0] * x[0]);
    g[0] = x[0] * (1 - DEPTH * q * q);
    g[1] = x[1];
  }

  @Override
  public void encloseGradient(
      double[] low, double[] high, double[] gradientLow, double[] gradientHigh) {
    Interval x = new Interval(low[0], high[0]);
    Interval slope = x.times(Interval.ONE.minus(q(x).squared().times(DEPTH)));
    gradientLow[0] = slope.low();
    gradientHigh[0] = slope.high();
    gradientLow[1] = low[1];
    gradientHigh[1] = high[1];
  }

  /** d^2/dx^2 = 1 + 1.2 (4 q - 5 q^2) = 1 + 1.2 (0.8 - 5 (q - 0.4)^2). */
  @Override
  public void encloseHessian(
      double[] low, double[] high, double[][] hessianLow, double[][] hessianHigh) {
    Interval q = q(new Interval(low[0], high[0]));
    Interval fifth = Interval.ONE.dividedBy(Interval.point(5));
    Interval square = q.minus(fifth.times(2)).squared();
    Interval bend = fifth.times(4).minus(square.times(5)).times(DEPTH).plus(Interval.ONE);
    hessianLow[0][0] = bend.low();
    hessianHigh[0][0] = bend.high();
    hessianLow[0][1] = hessianHigh[0][1] = 0;
    hessianLow[1][0] = hessianHigh[1][0] = 0;
    hessianLow[1][1] = hessianHigh[1][1] = 1;
  }

  private static Interval q(Interval x) {
    Interval inside = Interval.ONE.minus(x.squared());
    return new Interval(Math.max(0, inside.low()), Math.max(0, inside.high()));
  }
}
