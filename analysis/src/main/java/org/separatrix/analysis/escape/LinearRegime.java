package org.separatrix.analysis.escape;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.analysis.linearization.UnstableDirection;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/**
 * The distance R along the unstable eigenvector v of a saddle s up to which runs obey the linear
 * law, and how far they stray from it.
 *
 * <p>Where the gradient at s + t v deviates from lambda t v by the fraction e(t), a step's growth
 * ln z changes by S e(t) with S = |d ln z / d ln |lambda||; for a method without a linearization,
 * the fraction is of |H| and along several directions, since its steps go along others than v, and
 * the error of ln z is added, as well as how far runs that are computed stray. A run spends at most
 * ln 2 / ln z + 1 steps between R 2^-(j+1) and R 2^-j, so on its way to R 2^-i the logarithm of its
 * distance strays by at most
 *
 * <p>D_i = S (ln 2 / ln z + 1) sum_{j &gt;= i} max e(+-R 2^-j).
 *
 * @param radius R
 * @param strays D_0, D_1, ...; copied
 */
public record LinearRegime(double radius, double[] strays) {
  /** What rounding may shift the center of the starts by, in units of sigma. */
  private static final double LARGEST_SHIFT = 1e-3;

  /** Copies the strays. */
  public LinearRegime {
    strays = strays.clone();
  }

  /**
   * Returns the condition that there is a linear regime.
   *
   * @param regime what was found, if anything was
   */
  public static Hypothesis hypothesis(Optional<LinearRegime> regime) {
    return new Hypothesis(
        "linear regime",
        regime.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
        regime
            .map(found -> "up to R = " + Numbers.number(found.radius(), 2))
            .orElse("none above rounding"));
  }

  /** Returns D_0: how far ln of the distance may stray until a run leaves. */
  public double stray() {
    return strays[0];
  }

  /**
   * Returns D_i: how far ln of the distance may stray until a run passes R 2^-i.
   *
   * @param halvings i
   */
  public double strayBelow(int halvings) {
    return strays[Math.min(halvings, strays.length - 1)];
  }

  /**
   * Looks for the largest R, by halving a quarter of the distance to the nearest other critical
   * point.
   *
   * @param census the points known
   * @param growth of runs at the saddle
   * @param allowed the largest D_0
   * @param sigmaRatio sigma/R, the scale of the smallest distances that matter
   * @return empty if rounding errors at the distance sigma come first
   */
  public static Optional<LinearRegime> find(
      Census census, UnstableGrowth growth, double allowed, double sigmaRatio) {
    CriticalPoint point = growth.point();
    int octaves = 4 + (int) Math.ceil(Math.log(1 / sigmaRatio) / Math.log(2));
    double radius = Nonlinearity.scale(census, point) / 4;
    Optional<LinearRegime> ofGradients = Optional.empty();
    double first = 0;
    double last = 0;
    while (growth.centerError() <= LARGEST_SHIFT * sigmaRatio * radius && radius > 1e-100) {
      LinearRegime regime = new LinearRegime(radius, strays(census, growth, radius, octaves));
      if (regime.stray() <= allowed) {
        LinearRegime ofRuns = regime.plus(growth.unstable().strays(radius, octaves));
        if (ofRuns.stray() <= allowed) {
          return Optional.of(ofRuns);
        }
        last = ofRuns.stray();
        if (ofGradients.isEmpty()) {
          ofGradients = Optional.of(regime);
          first = last;
        }
      }
      radius /= 2;
    }
    // What does not vanish near the saddle is no curvature of the step: then the law is wrong.
    return last > first / 2 ? ofGradients : Optional.empty();
  }

  private LinearRegime plus(double[] more) {
    double[] sum = strays.clone();
    Arrays.setAll(sum, i -> sum[i] + more[i]);
    return new LinearRegime(radius, sum);
  }

  private static double[] strays(Census census, UnstableGrowth growth, double radius, int octaves) {
    double[] distances = new double[2 * octaves];
    for (int j = 0; j < octaves; j++) {
      distances[2 * j] = Math.scalb(radius, -j);
      distances[2 * j + 1] = -distances[2 * j];
    }
    double[] deviations = new double[distances.length];
    for (UnstableDirection.Probe probe : growth.unstable().probes()) {
      double[] along =
          Nonlinearity.along(
              census.problem().objective(),
              growth.point().x(),
              probe.direction(),
              probe.product(),
              distances);
      Arrays.setAll(deviations, i -> Math.max(deviations[i], along[i]));
    }
    double sensitivity = growth.unstable().sensitivity() / growth.unstable().stiffness();
    double steps = Math.log(2) / growth.logarithm() + 1;
    double[] strays = new double[octaves];
    double sum = 0;
    for (int j = octaves - 1; j >= 0; j--) {
      sum +=
          sensitivity * Math.max(deviations[2 * j], deviations[2 * j + 1])
              + growth.logarithmError();
      strays[j] = steps * sum;
    }
    return strays;
  }
}
