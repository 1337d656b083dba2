package org.separatrix.analysis.chain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.separatrix.api.objective.CriticalPoint;

/**
 * The saddles that a run passes, one after the other, and when.
 *
 * <p>A run is at the critical point that is nearest to it, so it passes from one to the next where
 * it is half way. Saddle j, from 1, is left for the next one at step T_j; T_0 = 0. Along the unit
 * eigenvector v_j of its most negative eigenvalue the way is 2 R_j, and before T_j the run has gone
 * a quarter of it, R_j/2, at step s_j.
 *
 * @param start where the run started, length d
 * @param points the points that it was at, the saddles and, if it got there, a minimum
 * @param passages T_1, T_2, ..., one less than there are points
 * @param departures s_1, s_2, ..., as many
 * @param underflow first step at which doubles have lost a coordinate that is not 0
 */
record Chain(
    double[] start,
    List<CriticalPoint> points,
    long[] passages,
    long[] departures,
    OptionalLong underflow) {
  /** A run that passes more points than this goes in circles. */
  private static final int MOST_POINTS = 200;

  Chain {
    start = start.clone();
    points = List.copyOf(points);
    passages = passages.clone();
    departures = departures.clone();
  }

  /** Follows a run until it comes to a point that is not strict, or has taken all steps. */
  static Chain follow(Walk walk, List<CriticalPoint> census, long maxSteps) {
    double[] start = walk.point();
    double[] x = start;
    NearestPoint nearest = new NearestPoint(census);
    List<CriticalPoint> points = new ArrayList<>(List.of(nearest.to(x)));
    List<Long> passages = new ArrayList<>();
    List<Long> departures = new ArrayList<>();
    OptionalLong underflow = OptionalLong.empty();
    Way way = new Way(points.get(0), 0, x);
    for (long step = 1; step <= maxSteps && points.size() < MOST_POINTS; step++) {
      CriticalPoint here = points.get(points.size() - 1);
      if (!here.kind().isStrict()) {
        break;
      }
      walk.step();
      x = walk.point();
      if (underflow.isEmpty() && walk.isBelowDoubles()) {
        underflow = OptionalLong.of(step);
      }
      CriticalPoint next = nearest.to(x);
      if (!next.id().equals(here.id())) {
        passages.add(step);
        departures.add(way.departure(next, step));
        points.add(next);
        way = new Way(next, step, x);
      } else {
        way.add(x);
      }
    }
    return new Chain(start, points, array(passages), array(departures), underflow);
  }

  private static long[] array(List<Long> numbers) {
    return numbers.stream().mapToLong(Long::longValue).toArray();
  }

  /** Returns how many saddles were passed, m. */
  int passed() {
    return passages.length;
  }

  /** Returns saddle j, for j = 1 ... m, or what comes behind it for j = m + 1. */
  CriticalPoint point(int j) {
    return points.get(j - 1);
  }

  /** Returns T_j, for j = 0 ... m. */
  long passage(int j) {
    return j == 0 ? 0 : passages[j - 1];
  }

  /** Returns s_j, for j = 1 ... m. */
  long departure(int j) {
    return departures[j - 1];
  }

  /** Returns v_j, fresh. */
  double[] direction(int j) {
    return point(j).eigenvectors()[0];
  }

  /** Returns R_j. */
  double radius(int j) {
    return along(direction(j), point(j + 1).x(), point(j).x()) / 2;
  }

  /** Returns |v_j'(x_0 - s)| for saddle s = number j. */
  double amplitude(int j) {
    return along(direction(j), start, point(j).x());
  }

  private static double along(double[] v, double[] x, double[] center) {
    double sum = 0;
    for (int k = 0; k < v.length; k++) {
      sum = Math.fma(v[k], x[k] - center[k], sum);
    }
    return Math.abs(sum);
  }

  /** The distances of a run from the saddle that it is at. */
  private static final class Way {
    private final double[] center;
    private final double[] direction;
    private final long from;
    private double[] distances = new double[64];
    private int size;

    Way(CriticalPoint point, long from, double[] x) {
      center = point.x();
      direction = point.eigenvectors()[0];
      this.from = from;
      add(x);
    }

    void add(double[] x) {
      if (size == distances.length) {
        distances = Arrays.copyOf(distances, 2 * size);
      }
      distances[size++] = along(direction, x, center);
    }

    /** Returns the first step at which a quarter of the way was gone. */
    long departure(CriticalPoint next, long passage) {
      double quarter = along(direction, next.x(), center) / 4;
      for (int i = 0; i < size; i++) {
        if (distances[i] > quarter) {
          return from + i;
        }
      }
      return passage;
    }
  }
}
