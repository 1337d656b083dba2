package org.separatrix.core.start;

import java.util.Arrays;
import java.util.Optional;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.random.RandomStreams;

/** Draws samples for the tests, and tests them. */
final class Samples {
  /** Each test would raise a false alarm for one seed in 10^8. */
  static final double FALSE_ALARM = 1e-8;

  private static final long KEY = RandomStreams.key(2016, "starts");
  private static final int BINS = 64;

  private Samples() {}

  /** Returns the problem of a function that is zero, with the domain [-1, 3]^d. */
  static Problem problem(int dimension) {
    return new Problem("zero", new Zero(dimension), Box.cube(dimension, -1, 3), Optional.empty());
  }

  /** Returns the starting points of the runs 0 ... n - 1. */
  static double[][] draw(StartDistribution starts, int dimension, int n) {
    double[][] points = new double[n][dimension];
    for (int run = 0; run < n; run++) {
      starts.draw(RandomStreams.start(KEY, run), run, points[run]);
    }
    return points;
  }

  /** Returns the probability of a sample at least this uneven, if it is uniform on [0, 1). */
  static double probabilityIfUniform(double[] sample) {
    int[] counts = new int[BINS];
    for (double u : sample) {
      counts[(int) (u * BINS)]++;
    }
    double expected = (double) sample.length / BINS;
    double statistic = Arrays.stream(counts).mapToDouble(c -> c - expected).map(d -> d * d).sum();
    return 1 - new ChiSquaredDistribution(BINS - 1).cumulativeProbability(statistic / expected);
  }

  /** Returns the correlation of two samples, of mean zero and equally long, times sqrt n. */
  static double scaledCorrelation(double[] x, double[] y) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int i = 0; i < x.length; i++) {
      xx += x[i] * x[i];
      yy += y[i] * y[i];
      xy += x[i] * y[i];
    }
    return xy / Math.sqrt(xx * yy) * Math.sqrt(x.length);
  }

  static double[] coordinate(double[][] points, int k) {
    return Arrays.stream(points).mapToDouble(x -> x[k]).toArray();
  }

  private record Zero(int dimension) implements Objective {
    @Override
    public void value(double[][] x, double[] f, int lanes) {
      Arrays.fill(f, 0, lanes, 0);
    }

    @Override
    public void gradient(double[][] x, double[][] g, int lanes) {
      for (double[] coordinate : g) {
        Arrays.fill(coordinate, 0, lanes, 0);
      }
    }
  }
}
