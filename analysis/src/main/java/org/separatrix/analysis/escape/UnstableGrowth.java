package org.separatrix.analysis.escape;

import java.util.Optional;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.linearization.UnstableDirection;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;

/**
 * What the linearization of a method predicts for runs that leave a strict saddle.
 *
 * @param point the saddle
 * @param unstable the direction along which they do
 */
public record UnstableGrowth(CriticalPoint point, UnstableDirection unstable) {
  private static final String LEADS = "z > 1 and no other direction grows faster";

  /** What tells a modulus from 1, and one from another. */
  private static final double ON_CIRCLE = 1e-9;

  /**
   * Returns the prediction of a linearization.
   *
   * @param linearization of the method
   * @param point the saddle
   */
  public static UnstableGrowth of(Linearization linearization, CriticalPoint point) {
    return new UnstableGrowth(point, UnstableDirection.of(linearization, point));
  }

  /**
   * Returns the prediction of a method's map at a saddle.
   *
   * @param spectrum of the map there
   * @param point the saddle
   * @return empty if no one direction leads that starts see
   */
  static Optional<UnstableGrowth> of(PointSpectrum spectrum, CriticalPoint point) {
    return spectrum.unstable().map(unstable -> new UnstableGrowth(point, unstable));
  }

  /** Returns the condition that is violated where there is no such direction. */
  static Hypothesis withoutDirection() {
    return new Hypothesis(
        LEADS,
        Status.VIOLATED,
        "the eigenvalue of largest modulus is complex, lacks eigenvectors or is out of starts'"
            + " reach");
  }

  /** Returns z, the factor by which runs leave. */
  public double factor() {
    return unstable.factor();
  }

  /** Returns the most negative eigenvalue of the Hessian. */
  public double lambda() {
    return point.eigenvalues()[0];
  }

  /** Returns the largest modulus of the eigenvalues of all other directions. */
  public double otherRadius() {
    return unstable.otherRadius();
  }

  /** Tells whether z is above 1, and the direction one of negative curvature. */
  public boolean grows() {
    return factor() > 1 + ON_CIRCLE + unstable.error() && unstable.curvature() < 0;
  }

  /** Tells whether z is above 1 and no other direction grows faster. */
  public boolean leads() {
    return grows() && otherRadius() <= factor() * (1 + ON_CIRCLE);
  }

  /** Returns that as a hypothesis. */
  public Hypothesis leadsHypothesis() {
    String numbers =
        "z = %s, elsewhere at most %s"
            .formatted(Numbers.number(factor()), Numbers.number(otherRadius()));
    return new Hypothesis(
        LEADS,
        !leads() ? Status.VIOLATED : unstable.error() > 0 ? Status.ESTIMATED : point.status(),
        unstable.curvature() < 0 ? numbers : numbers + "; runs overshoot along curvature above 0");
  }

  /** Returns ln z, the growth of ln|distance| per step. */
  public double logarithm() {
    return Math.log(factor());
  }

  /** Returns a bound on the error of ln z. */
  double logarithmError() {
    return unstable.error() / factor();
  }

  /**
   * Returns how far the center of the linear law may lie from the computed saddle: rounding errors
   * of the steps add up to |s| 2^-53 / sqrt(2 ln z), and the point itself may be off.
   */
  public double centerError() {
    return Nonlinearity.rounding(point.x()) / Math.sqrt(2 * logarithm()) + unstable.offset();
  }

  /** Returns the unit vector along which runs start and leave, fresh. */
  public double[] direction() {
    return unstable.vector();
  }

  /**
   * Returns the steps until what else is measured with the unstable part has fallen behind by a
   * factor: 0 if there is nothing or if it never falls behind.
   *
   * @param share the factor, below 1
   */
  public int settlingSteps(double share) {
    double behind = unstable.blurred() / factor();
    return behind == 0 || behind > 1 - 1e-9
        ? 0
        : (int) Math.min(1e6, Math.ceil(Math.log(share) / Math.log(behind)));
  }
}
