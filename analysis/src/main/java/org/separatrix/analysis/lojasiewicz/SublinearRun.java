package org.separatrix.analysis.lojasiewicz;

import java.util.Arrays;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.StepMap;

/**
 * The distances of one run from a degenerate minimum, along one ray of the kernel.
 *
 * @param distances t_0, t_1, ..., t_{K+1}; copied
 * @param early position at the first step that is used, a quarter of K; copied
 * @param late position at the step K; copied
 */
record SublinearRun(double[] distances, double[] early, double[] late) {
  SublinearRun {
    distances = distances.clone();
    early = early.clone();
    late = late.clone();
  }

  /**
   * Follows a run.
   *
   * @param map the step
   * @param start where it starts, length d; not modified
   * @param s the minimum, length d; not modified
   * @param ray unit vector away from it, length d; not modified
   * @param steps K
   */
  static SublinearRun follow(StepMap map, double[] start, double[] s, double[] ray, int steps) {
    double[] distances = new double[steps + 2];
    Orbit orbit = Orbit.from(map, start);
    double[] early = start;
    double[] late = start;
    for (int k = 0; k < distances.length; k++) {
      double[] x = orbit.position();
      double along = 0;
      for (int j = 0; j < x.length; j++) {
        along = Math.fma(ray[j], x[j] - s[j], along);
      }
      early = k == first(steps) ? x : early;
      late = k == steps ? x : late;
      distances[k] = along;
      orbit.advance();
    }
    return new SublinearRun(distances, early, late);
  }

  private static int first(int steps) {
    return steps / 4;
  }

  /** Returns the first step that is used. */
  int firstStep() {
    return first(lastStep());
  }

  /** Returns the last step K. */
  int lastStep() {
    return distances.length - 2;
  }

  double at(int k) {
    return distances[k];
  }

  /** Returns t_k - t_{k+1}. */
  double move(int k) {
    return distances[k] - distances[k + 1];
  }

  /** Tells whether the distance falls from step to step, from a step on. */
  boolean fallsFrom(int step) {
    for (int k = step; k <= lastStep(); k++) {
      if (!(distances[k + 1] > 0 && distances[k + 1] < distances[k])) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the order p that the run itself shows, 1 + ln(move_m / move_n) / ln(t_m / t_n), since a
   * move is in proportion to t^{p-1}.
   */
  double order(int m, int n) {
    return 1 + Math.log(move(m) / move(n)) / Math.log(at(m) / at(n));
  }

  /**
   * Returns the growth of t^-(p-2) per step, less its logarithmic part.
   *
   * @param logarithmic factor of ln t^-(p-2)
   */
  double rate(double p, double logarithmic, int m, int n) {
    double before = Math.pow(at(m), 2 - p);
    double after = Math.pow(at(n), 2 - p);
    return (after - before - logarithmic * Math.log(after / before)) / (n - m);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SublinearRun run && Arrays.equals(distances, run.distances);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(distances);
  }
}
