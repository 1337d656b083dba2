package org.separatrix.analysis.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * The directions of a saddle as a method sees them, and how close double precision lets a run come.
 *
 * <p>A run on W^s at distance r approaches like mu^k r, while rounding errors of size e grow like
 * z^k. They meet where the run is closest, at r (e / r)^phi with phi = |ln mu| / (|ln mu| + ln z).
 * A start that is off by delta comes within r (delta / r)^phi.
 *
 * @param stable unit eigenvector of the Hessian along which the method contracts fastest, length d
 * @param escaping unit eigenvectors along which it expands, most expanding first, n x d
 * @param contraction mu of the slowest stable direction, below 1
 * @param growth z, the largest factor of escape, above 1
 */
public record SaddleGeometry(
    double[] stable, double[][] escaping, double contraction, double growth) {
  private static final double SMALLEST_CONTRACTION = 1e-3;

  /**
   * Returns the directions.
   *
   * @param linearization of the method
   * @param point the saddle
   * @return empty if no direction contracts, none escapes, or one is on the unit circle
   */
  public static Optional<SaddleGeometry> of(Linearization linearization, CriticalPoint point) {
    double[] eigenvalues = point.eigenvalues();
    double[][] eigenvectors = point.eigenvectors();
    LinearizedSpectrum spectrum = LinearizedSpectrum.of(linearization, eigenvalues);
    if (spectrum.centerDimension() > 0) {
      return Optional.empty();
    }
    int fastest = -1;
    double contraction = 0;
    double growth = 1;
    List<double[]> escaping = new ArrayList<>();
    for (int i = 0; i < eigenvalues.length; i++) {
      ComplexEigenvalues block = spectrum.blocks().get(i);
      double radius = block.spectralRadius();
      if (radius > 1) {
        escaping.add(radius > growth ? 0 : escaping.size(), eigenvectors[i]);
        growth = Math.max(growth, radius);
      } else {
        fastest =
            fastest < 0 || radius < spectrum.blocks().get(fastest).spectralRadius() ? i : fastest;
        contraction = Math.max(contraction, radius);
      }
    }
    if (fastest < 0 || escaping.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new SaddleGeometry(
            eigenvectors[fastest],
            escaping.toArray(double[][]::new),
            Math.max(contraction, SMALLEST_CONTRACTION),
            growth));
  }

  /**
   * Says why there are no such directions.
   *
   * @param linearization of the method
   * @param point the saddle
   */
  public static String obstacle(Linearization linearization, CriticalPoint point) {
    LinearizedSpectrum spectrum = LinearizedSpectrum.of(linearization, point.eigenvalues());
    if (spectrum.centerDimension() > 0) {
      return "a center direction, in which the method neither contracts nor expands";
    }
    return spectrum.unstableDimension() == 0
        ? "the method expands in no direction"
        : "the method contracts along no eigenvector";
  }

  /**
   * Returns how close a start comes that is off the manifold.
   *
   * @param offset its distance from the manifold, relative to that from the saddle
   * @return smallest distance from the saddle, relative to that of the start
   */
  public double closest(double offset) {
    double towards = -Math.log(contraction);
    return Math.pow(offset, towards / (towards + Math.log(growth)));
  }

  /**
   * Returns a tenth of the distance from a critical point to the next one, or of the domain's mean
   * side if there is no other.
   *
   * @param census the critical points
   * @param point the point
   */
  public static double neighbourhood(Census census, CriticalPoint point) {
    double side =
        census.problem().domain().diameter() / Math.sqrt((double) census.problem().dimension());
    return 0.1
        * census.points().stream()
            .filter(other -> !other.id().equals(point.id()))
            .mapToDouble(other -> other.distance(point.x()))
            .min()
            .orElse(side);
  }
}
