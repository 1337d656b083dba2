package org.separatrix.analysis.nonstrict;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/**
 * Whether all coordinates but one come near a point under gradient descent. Where they have other
 * minima, only some of the starts whose own coordinate is attracted go to the point.
 *
 * @param cell the objective and the starts
 * @param point the point
 * @param coordinate the one that is held at the point, from 0
 * @param steps how soon the others must be near
 */
record OtherCoordinates(CellResult cell, CriticalPoint point, int coordinate, int steps) {
  private static final int SAMPLES = 1000;

  /** How near they must come, relative to the domain's diameter. */
  private static final double NEAR = 1e-3;

  Hypothesis check(double alpha, Laboratory laboratory) {
    int d = point.dimension();
    double[][] x = starts(laboratory.random("other-coordinates/" + cell.id()));
    double[][] g = new double[d][SAMPLES];
    for (int k = 0; k < steps && d > 1; k++) {
      cell.problem().objective().gradient(x, g, SAMPLES);
      for (int c = 0; c < d; c++) {
        for (int i = 0; i < SAMPLES && c != coordinate; i++) {
          x[c][i] = Math.fma(-alpha, g[c][i], x[c][i]);
        }
      }
    }
    int near = 0;
    double[] end = new double[d];
    for (int i = 0; i < SAMPLES; i++) {
      for (int c = 0; c < d; c++) {
        end[c] = x[c][i];
      }
      near += areNear(end) ? 1 : 0;
    }
    return new Hypothesis(
        "the other coordinates go to the point",
        near == SAMPLES ? Status.ESTIMATED : Status.VIOLATED,
        "those of %s of %s starts are near it after %s steps"
            .formatted(Numbers.count(near), Numbers.count(SAMPLES), Numbers.count(steps)));
  }

  boolean areNear(double[] x) {
    double near = NEAR * cell.problem().domain().diameter();
    for (int c = 0; c < x.length; c++) {
      if (c != coordinate && !(Math.abs(x[c] - point.x()[c]) <= near)) {
        return false;
      }
    }
    return true;
  }

  private double[][] starts(RandomGenerator random) {
    double[][] x = new double[point.dimension()][SAMPLES];
    double[] start = new double[x.length];
    for (int i = 0; i < SAMPLES; i++) {
      cell.start().draw(random, i, start);
      for (int c = 0; c < x.length; c++) {
        x[c][i] = start[c];
      }
    }
    Arrays.fill(x[coordinate], point.x()[coordinate]);
    return x;
  }
}
