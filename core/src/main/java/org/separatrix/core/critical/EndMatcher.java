package org.separatrix.core.critical;

import java.util.Arrays;
import java.util.List;
import org.separatrix.api.objective.Objective;

/**
 * Matches ends of runs to known critical points, many at once.
 *
 * <p>The candidate is the nearest point, if the end is less than half as far from it as any other
 * known point is. The match is linear if H (x - x*) is the gradient at the end up to a tenth, and
 * gradual if the gradient shrinks by a quarter or more each time that the end is moved half way to
 * the point, twice. Either way no other critical point is between them.
 */
final class EndMatcher {
  /** What a match rests on. */
  enum Match {
    /** The end was matched to no point. */
    NONE,
    /** The gradient shrinks towards the point. */
    GRADUAL,
    /** The linear model at the point explains the gradient. */
    LINEAR
  }

  private static final int LANES = 1024;
  private static final double SHRINKING = 0.75;

  private final Objective objective;
  private final List<Anchor> anchors;

  EndMatcher(PointFunction function, List<Anchor> anchors) {
    this.objective = function.objective();
    this.anchors = anchors;
  }

  /**
   * Matches ends.
   *
   * @param end positions, {@code d x n}; not modified
   * @param count number of positions
   * @param anchor receives the index of the nearest point, n; -1 if none is known
   * @param match receives the kind of match, n
   */
  void match(double[][] end, int count, int[] anchor, Match[] match) {
    int d = end.length;
    double[][] x = new double[d][LANES];
    double[][] gradient = new double[d][LANES];
    double[] nearest = new double[LANES];
    for (int from = 0; from < count; from += LANES) {
      int lanes = Math.min(LANES, count - from);
      for (int k = 0; k < d; k++) {
        System.arraycopy(end[k], from, x[k], 0, lanes);
      }
      findNearest(x, lanes, nearest, anchor, from);
      objective.gradient(x, gradient, lanes);
      int[] open = new int[lanes];
      int openCount = 0;
      for (int i = 0; i < lanes; i++) {
        match[from + i] = Match.NONE;
        if (anchor[from + i] < 0) {
          continue;
        }
        Anchor candidate = anchors.get(anchor[from + i]);
        if (Math.sqrt(nearest[i]) <= candidate.radius()) {
          if (candidate.isRegular() && candidate.explains(x, gradient, i)) {
            match[from + i] = Match.LINEAR;
          } else {
            open[openCount++] = i;
          }
        }
      }
      matchGradually(x, gradient, open, openCount, anchor, match, from);
    }
  }

  /** Finds the nearest point of each lane, of equally near ones the first. */
  private void findNearest(double[][] x, int lanes, double[] nearest, int[] anchor, int from) {
    double[] distance = new double[lanes];
    Arrays.fill(nearest, 0, lanes, Double.POSITIVE_INFINITY);
    for (Anchor candidate : anchors) {
      squareDistances(x, candidate, distance, lanes);
      keepLess(distance, nearest, lanes);
    }
    Arrays.fill(anchor, from, from + lanes, -1);
    for (int a = anchors.size() - 1; a >= 0; a--) {
      squareDistances(x, anchors.get(a), distance, lanes);
      noteEqual(distance, nearest, a, anchor, from, lanes);
    }
  }

  private static void squareDistances(double[][] x, Anchor anchor, double[] distance, int lanes) {
    Arrays.fill(distance, 0, lanes, 0);
    for (int k = 0; k < x.length; k++) {
      addSquares(x[k], anchor.x(k), distance, lanes);
    }
  }

  // Which point is nearest cannot be predicted, so the loops have no branches.
  private static void keepLess(double[] distance, double[] nearest, int lanes) {
    for (int i = 0; i < lanes; i++) {
      nearest[i] = Math.min(nearest[i], distance[i]);
    }
  }

  private static void noteEqual(
      double[] distance, double[] nearest, int index, int[] anchor, int from, int lanes) {
    for (int i = 0; i < lanes; i++) {
      anchor[from + i] = distance[i] == nearest[i] ? index : anchor[from + i];
    }
  }

  private static void addSquares(double[] x, double center, double[] sum, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double difference = x[i] - center;
      sum[i] = Math.fma(difference, difference, sum[i]);
    }
  }

  private void matchGradually(
      double[][] x,
      double[][] gradient,
      int[] open,
      int openCount,
      int[] anchor,
      Match[] match,
      int from) {
    if (openCount == 0) {
      return;
    }
    double[][] near = new double[x.length][openCount];
    double[] previous = norms(gradient, open, openCount);
    boolean[] shrinking = new boolean[openCount];
    Arrays.fill(shrinking, true);
    int[] all = new int[openCount];
    double[][] g = new double[x.length][openCount];
    for (double fraction = 0.5; fraction > 0.2; fraction /= 2) {
      for (int i = 0; i < openCount; i++) {
        all[i] = i;
        Anchor candidate = anchors.get(anchor[from + open[i]]);
        for (int k = 0; k < x.length; k++) {
          double center = candidate.x(k);
          near[k][i] = Math.fma(fraction, x[k][open[i]] - center, center);
        }
      }
      objective.gradient(near, g, openCount);
      double[] norms = norms(g, all, openCount);
      for (int i = 0; i < openCount; i++) {
        double noise = Rounding.LEVELS * anchors.get(anchor[from + open[i]]).noise();
        shrinking[i] &= norms[i] <= SHRINKING * previous[i] + noise;
      }
      previous = norms;
    }
    for (int i = 0; i < openCount; i++) {
      if (shrinking[i]) {
        match[from + open[i]] = Match.GRADUAL;
      }
    }
  }

  private static double[] norms(double[][] g, int[] lanes, int count) {
    double[] norms = new double[count];
    for (int i = 0; i < count; i++) {
      double sum = 0;
      for (double[] row : g) {
        sum += row[lanes[i]] * row[lanes[i]];
      }
      norms[i] = Math.sqrt(sum);
    }
    return norms;
  }
}
