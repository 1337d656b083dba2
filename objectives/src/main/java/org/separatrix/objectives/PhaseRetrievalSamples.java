package org.separatrix.objectives;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.FiniteSum;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.TwiceDifferentiable;
import org.separatrix.api.plugin.Doc;

/**
 * Phase retrieval from m measurements, f = (1/m) sum_i ((a_i . x)^2 - (a_i . z)^2)^2 / 4, with
 * Gaussian a_i and the signal z = (1, 0, ..., 0). For m to infinity it becomes {@link
 * PhaseRetrieval}.
 *
 * <p>A term's gradient vanishes at 0 and at the minima +-z, which fit every measurement, and not at
 * the saddles.
 */
public final class PhaseRetrievalSamples implements FiniteSum, TwiceDifferentiable {
  /** The measurements a_i, m x d. */
  private final double[][] a;

  /**
   * Draws the measurements.
   *
   * @param config dimension, number and seed
   */
  public PhaseRetrievalSamples(Config config) {
    SplittableRandom random = new SplittableRandom(config.seed());
    a = new double[config.measurements()][config.dimension()];
    for (double[] row : a) {
      Arrays.setAll(row, k -> Spectrum.gaussian(random));
    }
  }

  @Override
  public int dimension() {
    return a[0].length;
  }

  @Override
  public int terms() {
    return a.length;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double sum = 0;
      for (double[] row : a) {
        double p = product(row, x, i);
        double misfit = p * p - row[0] * row[0];
        sum = Math.fma(misfit, misfit, sum);
      }
      f[i] = sum / (4.0 * a.length);
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    for (int i = 0; i < lanes; i++) {
      clear(g, i);
      for (double[] row : a) {
        addGradient(row, x, g, i);
      }
      divide(g, i, a.length);
    }
  }

  @Override
  public void gradient(double[][] x, int[][] batch, double[][] g, int lanes) {
    for (int i = 0; i < lanes; i++) {
      clear(g, i);
      for (int term : batch[i]) {
        addGradient(a[term], x, g, i);
      }
      divide(g, i, batch[i].length);
    }
  }

  @Override
  public void hessian(double[] x, double[][] h) {
    for (double[] row : h) {
      Arrays.fill(row, 0);
    }
    for (double[] row : a) {
      double p = 0;
      for (int k = 0; k < row.length; k++) {
        p = Math.fma(row[k], x[k], p);
      }
      double weight = (3 * p * p - row[0] * row[0]) / a.length;
      for (int k = 0; k < row.length; k++) {
        for (int j = 0; j < row.length; j++) {
          h[k][j] = Math.fma(weight * row[Math.min(j, k)], row[Math.max(j, k)], h[k][j]);
        }
      }
    }
  }

  @Override
  public Landscape landscape() {
    double[] signal = new double[dimension()];
    signal[0] = 1;
    double[] opposite = new double[dimension()];
    opposite[0] = -1;
    return Landscape.on(Box.cube(dimension(), -2, 2))
        .withSource("Sun, Qu and Wright, A Geometric Analysis of Phase Retrieval, 2018")
        .withCriticalPoint(CriticalPointKind.LOCAL_MAXIMUM, new double[dimension()])
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, signal)
        .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, opposite);
  }

  /** Adds ((a . x)^2 - (a . z)^2) (a . x) a. */
  private static void addGradient(double[] row, double[][] x, double[][] g, int lane) {
    double p = product(row, x, lane);
    double weight = (p * p - row[0] * row[0]) * p;
    for (int k = 0; k < row.length; k++) {
      g[k][lane] = Math.fma(weight, row[k], g[k][lane]);
    }
  }

  private static double product(double[] row, double[][] x, int lane) {
    double p = 0;
    for (int k = 0; k < row.length; k++) {
      p = Math.fma(row[k], x[k][lane], p);
    }
    return p;
  }

  private static void clear(double[][] g, int lane) {
    for (double[] row : g) {
      row[lane] = 0;
    }
  }

  private static void divide(double[][] g, int lane, int count) {
    for (double[] row : g) {
      row[lane] /= count;
    }
  }

  /**
   * Configuration of {@link PhaseRetrievalSamples}.
   *
   * @param dimension number of coordinates d
   * @param measurements number m of measurements
   * @param seed of the measurements
   */
  @Doc(
      value =
          "Phase retrieval from m Gaussian measurements of (1, 0, ..., 0), a mean over m terms: the"
              + " mean of ((a.x)^2 - (a.z)^2)^2 / 4.",
      example = "{type: phase-retrieval-samples, dimension: 3, measurements: 60}")
  public record Config(
      @Doc(value = "Number of coordinates d, at least 2.", defaultValue = "3", example = "3")
          int dimension,
      @Doc(value = "Number m of measurements, at least d.", defaultValue = "100", example = "60")
          int measurements,
      @Doc(value = "Seed of the measurements.", defaultValue = "1", example = "1") long seed) {
    /** Checks the numbers. */
    public Config {
      Dimension.check(dimension, 2);
      if (measurements < dimension) {
        throw new IllegalArgumentException(
            "measurements is %d: it must be at least the dimension, %d"
                .formatted(measurements, dimension));
      }
    }
  }
}
