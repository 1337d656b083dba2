package org.separatrix.analysis.stability;

import java.util.Optional;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * A family by the Jacobian of the step on s f. The limit is the one nearest to the method's own
 * step: the first factor above 1 at which the minimum repels if it attracts at 1, else the last
 * below 1.
 *
 * @param spectra the spectrum at a factor
 * @param limit the factor
 * @param error of it, relative
 * @param radiusError of the spectral radius there
 * @param crossing how the unit circle is left
 * @param alpha the method's own step, by how fast the trace of the Jacobian falls with s tr H at 0
 */
record MeasuredFamily(
    Spectra spectra,
    double limit,
    double error,
    double radiusError,
    StabilityLimit.Crossing crossing,
    double alpha)
    implements StepFamily {
  private static final double RATIO = 1.05;

  /** Factors are tried from 1/1000 to 1000. */
  private static final int TRIES = 142;

  private static final int BISECTIONS = 60;

  private static final int LARGEST_STATE = 60;

  /** The factors +-s between which alpha is measured. */
  private static final double SMALL = 0.01;

  /** The spectrum of the method's map on s f at the minimum. */
  @FunctionalInterface
  interface Spectra {
    Optional<PointSpectrum> at(double factor);
  }

  /**
   * Looks for the limit.
   *
   * @param problem the objective
   * @param optimizer the method, which declares no linearization
   * @param point the minimum
   * @param laboratory gives the step as a map
   * @return empty if there is none within a factor of 1000, no step with a derivative, or a state
   *     too large for so many Jacobians
   */
  static Optional<StepFamily> of(
      Problem problem, Optimizer optimizer, CriticalPoint point, Laboratory laboratory) {
    if (laboratory.map(problem, optimizer).dimension() > LARGEST_STATE) {
      return Optional.empty();
    }
    Spectra spectra =
        factor ->
            PointSpectrum.at(ScaledGradient.of(problem, factor), optimizer, point, laboratory);
    boolean attracts = spectra.at(1).filter(MeasuredFamily::attracts).isPresent();
    double inside = attracts ? 1 : 0;
    double beyond = attracts ? 0 : 1;
    double factor = 1;
    for (int i = 0; i < TRIES && (inside == 0 || beyond == 0); i++) {
      factor *= attracts ? RATIO : 1 / RATIO;
      Optional<PointSpectrum> next = spectra.at(factor);
      if (next.isEmpty()) {
        return Optional.empty();
      }
      if (attracts(next.get())) {
        inside = factor;
      } else if (repels(next.get())) {
        beyond = factor;
      }
    }
    return inside == 0 || beyond == 0 || spectra.at(beyond).isEmpty()
        ? Optional.empty()
        : between(spectra, inside, beyond).map(family -> family.measured(point));
  }

  private static Optional<MeasuredFamily> between(Spectra spectra, double inside, double beyond) {
    double low = inside;
    double high = beyond;
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = 0.5 * (low + high);
      Optional<PointSpectrum> spectrum = spectra.at(middle);
      if (spectrum.isEmpty()) {
        return Optional.empty();
      }
      if (radius(spectrum.get()) <= 1) {
        low = middle;
      } else {
        high = middle;
      }
    }
    double limit = 0.5 * (low + high);
    PointSpectrum outside = spectra.at(beyond).orElseThrow();
    double slope = (radius(outside) - 1) / (beyond - limit);
    double error = spectra.at(limit).orElse(outside).spectrum().tolerance();
    return Optional.of(
        new MeasuredFamily(
            spectra,
            limit,
            error / (slope * limit),
            error,
            StabilityLimit.crossing(outside.spectrum().blocks().get(0)),
            0));
  }

  private MeasuredFamily measured(CriticalPoint point) {
    double traceOfHessian = 0;
    for (double lambda : point.eigenvalues()) {
      traceOfHessian += lambda;
    }
    double step = Math.abs(trace(SMALL) - trace(-SMALL)) / (2 * SMALL * traceOfHessian);
    return new MeasuredFamily(spectra, limit, error, radiusError, crossing, step);
  }

  private double trace(double factor) {
    return spectra
        .at(factor)
        .map(spectrum -> spectrum.spectrum().blocks().get(0))
        .map(MeasuredFamily::sum)
        .orElse(Double.NaN);
  }

  private static double sum(ComplexEigenvalues eigenvalues) {
    double sum = 0;
    for (double each : eigenvalues.re()) {
      sum += each;
    }
    return sum;
  }

  private static double radius(PointSpectrum spectrum) {
    return spectrum.spectrum().spectralRadius();
  }

  private static boolean attracts(PointSpectrum spectrum) {
    return radius(spectrum) < 1 - spectrum.spectrum().tolerance();
  }

  private static boolean repels(PointSpectrum spectrum) {
    return radius(spectrum) > 1 + spectrum.spectrum().tolerance();
  }

  @Override
  public double radius(double factor) {
    return spectra.at(factor).map(MeasuredFamily::radius).orElse(Double.NaN);
  }

  @Override
  public Status status(CriticalPoint point) {
    return Status.ESTIMATED;
  }
}
