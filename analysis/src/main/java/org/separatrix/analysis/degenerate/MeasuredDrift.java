package org.separatrix.analysis.degenerate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * The drift of a method that declares no linearization, from the eigenvalues of its step's Jacobian
 * that leave 1 when the kernel is bent up and down a little: z = 1 - a h - a_2 h^2.
 */
final class MeasuredDrift {
  /** The change of z from which a and a_2 are taken, as for a declared linearization. */
  private static final double CHANGE = 1e-3;

  /** Of the step a, more error than this is no drift. */
  private static final double LARGEST_ERROR = 0.01;

  private MeasuredDrift() {}

  /** The spectrum on a function that is bent by a curvature along the kernel. */
  @FunctionalInterface
  interface Spectra {
    Optional<PointSpectrum> at(double curvature);
  }

  /**
   * The eigenvalues at one curvature.
   *
   * @param mean of those that belong to the kernel, the nearest to 1
   * @param error of these, and how far they are apart
   * @param otherRadius largest modulus of the others; 0 if there is none
   */
  private record Roots(double mean, double error, double otherRadius) {
    static Roots of(PointSpectrum spectrum, int dimension) {
      ComplexEigenvalues all =
          new ComplexEigenvalues(
              spectrum.spectrum().blocks().stream()
                  .flatMapToDouble(b -> Arrays.stream(b.re()))
                  .toArray(),
              spectrum.spectrum().blocks().stream()
                  .flatMapToDouble(b -> Arrays.stream(b.im()))
                  .toArray());
      int[] order =
          IntStream.range(0, all.size())
              .boxed()
              .sorted(Comparator.comparingDouble(i -> Math.hypot(all.re()[i] - 1, all.im()[i])))
              .mapToInt(Integer::intValue)
              .toArray();
      double mean = 0;
      for (int i = 0; i < dimension; i++) {
        mean += all.re()[order[i]] / dimension;
      }
      double apart = 0;
      for (int i = 0; i < dimension; i++) {
        apart = Math.max(apart, Math.hypot(all.re()[order[i]] - mean, all.im()[order[i]]));
      }
      double other = 0;
      for (int i = dimension; i < order.length; i++) {
        other = Math.max(other, all.modulus(order[i]));
      }
      return new Roots(mean, apart + spectrum.spectrum().tolerance(), other);
    }
  }

  /**
   * Measures.
   *
   * @param spectra the spectrum at a curvature
   * @param kernel of the Hessian
   * @param problem the objective
   * @return empty if there is no step with a derivative, or if the kernel's eigenvalues do not move
   *     together and alone on the unit circle
   */
  static Optional<SlowDrift> of(Spectra spectra, Kernel kernel, Problem problem) {
    if (kernel.dimension() == 0) {
      return Optional.empty();
    }
    double stiffness = problem.curvatureScale();
    Optional<SlowDrift> rough = of(spectra, kernel.dimension(), CHANGE * stiffness);
    return rough
        .filter(drift -> drift.step() != 0)
        .flatMap(
            drift ->
                of(
                    spectra,
                    kernel.dimension(),
                    CHANGE * (1 - drift.otherRadius()) / Math.abs(drift.step())))
        .filter(drift -> drift.error() <= LARGEST_ERROR);
  }

  private static Optional<SlowDrift> of(Spectra spectra, int dimension, double h) {
    Optional<Roots> up = spectra.at(h).map(spectrum -> Roots.of(spectrum, dimension));
    Optional<Roots> flat = spectra.at(0).map(spectrum -> Roots.of(spectrum, dimension));
    Optional<Roots> down = spectra.at(-h).map(spectrum -> Roots.of(spectrum, dimension));
    if (up.isEmpty() || flat.isEmpty() || down.isEmpty()) {
      return Optional.empty();
    }
    double step = (down.get().mean() - up.get().mean()) / (2 * h);
    double second = (2 * flat.get().mean() - up.get().mean() - down.get().mean()) / (2 * h * h);
    double change = Math.abs(step) * h;
    double error = (up.get().error() + down.get().error()) / (2 * change) + 2 * change * change;
    // The point is as degenerate as its eigenvalues are known to vanish.
    boolean atOne = Math.abs(flat.get().mean() - 1) <= flat.get().error() + 1e-2 * change;
    boolean alone = flat.get().otherRadius() < 1 - flat.get().error();
    return atOne && alone
        ? Optional.of(new SlowDrift(step, second, flat.get().otherRadius(), error))
        : Optional.empty();
  }
}
