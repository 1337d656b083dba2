package org.separatrix.analysis.escape;

import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * What a method's linearization predicts for runs along the eigenvector of the most negative
 * eigenvalue lambda of a strict saddle.
 *
 * @param point the saddle
 * @param lambda the eigenvalue
 * @param eigenvalues those of the block A + lambda B C
 * @param otherRadius largest modulus of the eigenvalues of all other blocks; 0 if there is none
 * @param sensitivity |d ln z / d ln |lambda||
 */
public record UnstableGrowth(
    CriticalPoint point,
    double lambda,
    ComplexEigenvalues eigenvalues,
    double otherRadius,
    double sensitivity) {
  private static final double DIFFERENCE = 1e-4;

  /** What tells a modulus from 1, and one from another. */
  private static final double ON_CIRCLE = 1e-9;

  /**
   * Returns the prediction.
   *
   * @param linearization of the method
   * @param point the saddle
   */
  public static UnstableGrowth of(Linearization linearization, CriticalPoint point) {
    LinearizedSpectrum spectrum = LinearizedSpectrum.of(linearization, point.eigenvalues());
    double lambda = point.eigenvalues()[0];
    double other = 0;
    for (int i = 1; i < point.dimension(); i++) {
      other = Math.max(other, spectrum.blocks().get(i).spectralRadius());
    }
    double above = logarithm(linearization, lambda * (1 + DIFFERENCE));
    double below = logarithm(linearization, lambda * (1 - DIFFERENCE));
    double sensitivity = Math.abs(above - below) / (2 * DIFFERENCE);
    return new UnstableGrowth(point, lambda, spectrum.blocks().get(0), other, sensitivity);
  }

  /** Returns z, the largest modulus of the block's eigenvalues. */
  public double factor() {
    return eigenvalues.spectralRadius();
  }

  /** Tells whether z is above 1. */
  public boolean grows() {
    return factor() > 1 + ON_CIRCLE;
  }

  /** Tells whether z is above 1 and no other direction grows faster. */
  public boolean leads() {
    return grows() && otherRadius <= factor() * (1 + ON_CIRCLE);
  }

  /** Returns that as a hypothesis. */
  public Hypothesis leadsHypothesis() {
    return new Hypothesis(
        "z > 1 and no other direction grows faster",
        leads() ? point.status() : Status.VIOLATED,
        "z = %s, elsewhere at most %s"
            .formatted(Numbers.number(factor()), Numbers.number(otherRadius)));
  }

  /** Returns ln z, the growth of ln|distance| per step. */
  public double logarithm() {
    return Math.log(factor());
  }

  /**
   * Returns how far the center of the linear law may lie from the computed saddle: rounding errors
   * of the steps add up to |s| 2^-53 / sqrt(2 ln z), and a computed gradient that does not vanish
   * moves the center by |grad f(s)| / |lambda|.
   */
  public double centerError() {
    return Nonlinearity.rounding(point.x()) / Math.sqrt(2 * logarithm())
        + point.gradientNorm() / Math.abs(lambda);
  }

  /** Returns the unit eigenvector v, fresh. */
  public double[] direction() {
    return point.eigenvectors()[0];
  }

  /**
   * Returns the steps until the block's other eigenvalues have fallen behind by a factor: 0 if
   * there is none or if it never falls behind.
   *
   * @param share the factor, below 1
   */
  public int settlingSteps(double share) {
    double behind = eigenvalues.size() < 2 ? 0 : eigenvalues.modulus(1) / factor();
    return behind == 0 || behind > 1 - 1e-9
        ? 0
        : (int) Math.min(1e6, Math.ceil(Math.log(share) / Math.log(behind)));
  }

  private static double logarithm(Linearization linearization, double lambda) {
    return Math.log(ComplexEigenvalues.of(linearization.at(lambda)).spectralRadius());
  }
}
