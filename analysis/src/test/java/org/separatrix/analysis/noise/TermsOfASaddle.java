package org.separatrix.analysis.noise;

import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.FiniteSum;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;

/**
 * Terms x^2/2 (1 + s c_i) - y^2/2 (1 + s c_i) + a_i (x + y), i = 0 ... n-1, whose mean is a saddle:
 * the slopes a_i and c_i add up to 0.
 *
 * @param slopes a_i, which set the noise at the saddle
 * @param steepness s, by which the noise depends on the position
 */
record TermsOfASaddle(double[] slopes, double steepness) implements FiniteSum {
  /** The slopes size cos(2 pi i/n + 1/2), of variance size^2/2. */
  static Problem problem(int n, double size, double steepness) {
    double[] slopes = new double[n];
    for (int i = 0; i < n; i++) {
      slopes[i] = size * Math.cos(2 * Math.PI * i / n + 0.5);
    }
    return new Problem(
        "terms",
        new TermsOfASaddle(slopes, steepness),
        Box.cube(2, -1, 1),
        Optional.of(new LipschitzBound(1, Status.DECLARED)));
  }

  @Override
  public int dimension() {
    return 2;
  }

  @Override
  public int terms() {
    return slopes.length;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    for (int i = 0; i < lanes; i++) {
      f[i] = (x[0][i] * x[0][i] - x[1][i] * x[1][i]) / 2;
    }
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    for (int i = 0; i < lanes; i++) {
      g[0][i] = x[0][i];
      g[1][i] = -x[1][i];
    }
  }

  @Override
  public void gradient(double[][] x, int[][] batch, double[][] g, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double slope = 0;
      double factor = 1;
      for (int term : batch[i]) {
        slope += slopes[term] / batch[i].length;
        factor += steepness * (term % 2 == 0 ? 1 : -1) / batch[i].length;
      }
      g[0][i] = factor * x[0][i] + slope;
      g[1][i] = -factor * x[1][i] + slope;
    }
  }

  @Override
  public Landscape landscape() {
    return Landscape.on(Box.cube(2, -1, 1));
  }
}
