package org.separatrix.core.region;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/** Looks for {@link FoldPoint}s of gradient descent along the lines of a grid, by bisection. */
final class FoldSearch {
  private static final int MOST_FOLDS = 12;
  private static final int BISECTIONS = 48;
  private static final int MOST_POINTS = 20_000;

  /** Grid points on a line for d = 1, 2, 3, so that about as many are looked at in all. */
  private static final int[] GRID = {0, 1025, 33, 13};

  private static final int COARSE_GRID = 3;

  /** For differences of Hessians, relative to the box. */
  private static final double DIFFERENCE = 1e-5;

  private final IntervalExtension gradient;
  private final double alpha;

  FoldSearch(IntervalExtension gradient, double alpha) {
    this.gradient = gradient;
    this.alpha = alpha;
  }

  /** Returns fold points in a bounded box, none if none was found. */
  List<FoldPoint> in(IntervalVector box) {
    int d = box.dimension();
    int lines = d < GRID.length ? GRID[d] : COARSE_GRID;
    double cells = Math.min(MOST_POINTS, Math.pow(lines, d));
    List<FoldPoint> folds = new ArrayList<>();
    for (int cell = 0; cell < cells && folds.size() < MOST_FOLDS; cell++) {
      double[] from = gridPoint(box, cell, lines);
      OptionalInt before = beyond(from);
      for (int k = 0; k < d && before.isPresent(); k++) {
        double[] to = from.clone();
        to[k] += box.get(k).width() / (lines + 1);
        OptionalInt after = box.contains(to) ? beyond(to) : before;
        if (after.isPresent() && !after.equals(before)) {
          double[] point = between(from, to, before);
          FoldPoint.at(gradient, alpha, point, DIFFERENCE * box.width()).ifPresent(folds::add);
        }
      }
    }
    return folds;
  }

  private static double[] gridPoint(IntervalVector box, int cell, int lines) {
    double[] x = new double[box.dimension()];
    int rest = cell;
    for (int k = 0; k < x.length; k++) {
      double share = (rest % lines + 1.0) / (lines + 1.0);
      x[k] = box.get(k).low() + share * (box.get(k).high() - box.get(k).low());
      rest /= lines;
    }
    return x;
  }

  private double[] between(double[] from, double[] to, OptionalInt before) {
    double[] low = from.clone();
    double[] high = to.clone();
    for (int i = 0; i < BISECTIONS; i++) {
      double[] middle = new double[low.length];
      for (int k = 0; k < middle.length; k++) {
        middle[k] = low[k] / 2 + high[k] / 2;
      }
      if (beyond(middle).equals(before)) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** Returns how many eigenvalues exceed 1/alpha, nothing where the Hessian does not exist. */
  private OptionalInt beyond(double[] point) {
    return PointHessian.of(gradient, IntervalVector.point(point))
        .map(eigen -> IntStream.range(0, point.length).filter(j -> alpha * eigen.value(j) > 1))
        .map(stream -> OptionalInt.of((int) stream.count()))
        .orElse(OptionalInt.empty());
  }
}
