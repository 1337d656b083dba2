package org.separatrix.analysis.degenerate;

import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.LinearizedSpectrum;

/** The directions across the kernel of a degenerate point, in which a method must converge. */
public final class TransverseDirections {
  private TransverseDirections() {}

  /**
   * Returns the spectral radius of the method's blocks across the kernel; 0 if it is everything.
   *
   * @param kernel of the Hessian
   * @param linearization of the method
   */
  public static double spectralRadius(Kernel kernel, Linearization linearization) {
    double[] others = eigenvalues(kernel);
    return others.length == 0 ? 0 : LinearizedSpectrum.of(linearization, others).spectralRadius();
  }

  /**
   * Checks that all eigenvalues across the kernel are positive, and that the method attracts there.
   *
   * @param kernel of the Hessian
   * @param linearization of the method
   */
  public static Hypothesis attract(Kernel kernel, Linearization linearization) {
    CriticalPoint point = kernel.point();
    double[] others = eigenvalues(kernel);
    if (others.length == 0) {
      return new Hypothesis("elsewhere attracting", point.status(), "no other direction");
    }
    LinearizedSpectrum spectrum = LinearizedSpectrum.of(linearization, others);
    return new Hypothesis(
        "elsewhere attracting",
        others[0] > 0 && spectrum.isAttracting() ? point.status() : Status.VIOLATED,
        "other eigenvalues from %s, spectral radius %s"
            .formatted(Numbers.number(others[0]), Numbers.number(spectrum.spectralRadius())));
  }

  /**
   * Checks that all eigenvalues across the kernel are positive, and that a step's Jacobian attracts
   * there.
   *
   * @param kernel of the Hessian
   * @param radius spectral radius of the Jacobian without the kernel's part; NaN if not known
   */
  static Hypothesis attract(Kernel kernel, double radius) {
    double[] others = eigenvalues(kernel);
    boolean positive = others.length == 0 || others[0] > 0;
    return new Hypothesis(
        "elsewhere attracting",
        positive && radius < 1 ? Status.ESTIMATED : Status.VIOLATED,
        Double.isNaN(radius)
            ? "the kernel does not stand alone on the unit circle"
            : "%d other eigenvalues, spectral radius %s"
                .formatted(others.length, Numbers.number(radius)));
  }

  private static double[] eigenvalues(Kernel kernel) {
    return kernel.others().stream()
        .mapToDouble(i -> kernel.point().eigenvalues()[i])
        .sorted()
        .toArray();
  }
}
