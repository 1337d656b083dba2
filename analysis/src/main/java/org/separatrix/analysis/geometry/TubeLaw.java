package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.linearization.PositionResponse;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * The share of starts, uniform in a cube around a saddle, whose runs stay in the cube for k steps:
 * those in a tube around the stable manifold with the half-widths a / max_{i<=k} |m_j(i)| along the
 * unstable eigenvectors j, where m_j(i) is the response of the i-th position to the start.
 *
 * @param directions numbers of the unstable eigenvectors
 * @param few number of steps after which the tube holds about a fifth of the cube
 * @param many number of steps after which it holds a given small share of it
 * @param fewShare the share after the one
 * @param manyShare the share after the other
 * @param thinnest least half-width after the latter, relative to the cube's
 * @param sensitivity largest |d ln z_j / d lambda_j|
 * @param passage sum over the steps of a run of its distance from the saddle, relative to the
 *     cube's half-width: 1/(1 - mu) on the way to it and z/(z - 1) on the way from it
 */
record TubeLaw(
    List<Integer> directions,
    int few,
    int many,
    double fewShare,
    double manyShare,
    double thinnest,
    double sensitivity,
    double passage) {
  private static final double FEW = 0.2;
  private static final double DIFFERENCE = 1e-6;

  /**
   * Works the law out.
   *
   * @param optimizer the method
   * @param linearization of its step
   * @param point the saddle
   * @param share what the tube shall hold at the end
   * @param mostSteps largest number of steps
   * @return empty if the position cannot be read off the method's state, a direction is neutral,
   *     one has no or several unstable eigenvalues, or the tube is wider after the most steps
   */
  static Optional<TubeLaw> of(
      Optimizer optimizer,
      Linearization linearization,
      CriticalPoint point,
      double share,
      int mostSteps) {
    LinearizedSpectrum spectrum = LinearizedSpectrum.of(linearization, point.eigenvalues());
    List<Integer> directions = new ArrayList<>();
    List<double[]> envelopes = new ArrayList<>();
    double sensitivity = 0;
    double slowest = Double.POSITIVE_INFINITY;
    double contraction = 0;
    for (int j = 0; j < point.eigenvalues().length; j++) {
      double lambda = point.eigenvalues()[j];
      double radius = spectrum.blocks().get(j).spectralRadius();
      if (radius <= 1) {
        contraction = Math.max(contraction, radius);
        continue;
      }
      Optional<PositionResponse> response = PositionResponse.of(optimizer, linearization, lambda);
      if (response.isEmpty()) {
        return Optional.empty();
      }
      directions.add(j);
      envelopes.add(response.get().envelope(1 / share, mostSteps));
      slowest = Math.min(slowest, radius);
      double shift = DIFFERENCE * Math.abs(lambda);
      double changed =
          LinearizedSpectrum.of(linearization, new double[] {lambda + shift})
              .blocks()
              .get(0)
              .spectralRadius();
      sensitivity = Math.max(sensitivity, Math.abs(Math.log(changed / radius)) / shift);
    }
    if (spectrum.centerDimension() > 0
        || directions.isEmpty()
        || spectrum.unstableDimension() != directions.size()) {
      return Optional.empty();
    }
    int few = first(envelopes, FEW, mostSteps);
    int many = first(envelopes, share, mostSteps);
    if (few < 0 || many <= few) {
      return Optional.empty();
    }
    double thinnest = 1;
    for (double[] envelope : envelopes) {
      thinnest = Math.min(thinnest, 1 / at(envelope, many));
    }
    return Optional.of(
        new TubeLaw(
            List.copyOf(directions),
            few,
            many,
            share(envelopes, few),
            share(envelopes, many),
            thinnest,
            sensitivity,
            1 / (1 - contraction) + slowest / (slowest - 1)));
  }

  private static int first(List<double[]> envelopes, double share, int mostSteps) {
    for (int k = 0; k <= mostSteps; k++) {
      if (share(envelopes, k) <= share) {
        return k;
      }
    }
    return -1;
  }

  private static double share(List<double[]> envelopes, int k) {
    double share = 1;
    for (double[] envelope : envelopes) {
      share /= Math.max(1, at(envelope, k));
    }
    return share;
  }

  /** An envelope ends where the tube is as thin as it need be in its direction alone. */
  private static double at(double[] envelope, int k) {
    return envelope[Math.min(k, envelope.length - 1)];
  }

  int codimension() {
    return directions.size();
  }

  /** Returns ln of the ratio of the tube's mean widths after the few and the many steps. */
  double logarithm() {
    return Math.log(fewShare / manyShare) / codimension();
  }

  /**
   * Returns by how much the logarithm of the share may stray where the Hessian varies.
   *
   * @param variation largest change of the Hessian over the cube, as a norm
   */
  double stray(double variation) {
    return codimension() * sensitivity * variation * passage;
  }
}
