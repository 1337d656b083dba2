package org.separatrix.analysis.hypothesis;

import java.util.Arrays;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/**
 * The hypothesis that rounding puts no run onto the stable manifold of a saddle.
 *
 * <p>Where the unstable directions of a saddle are stable far away from it, a run's displacement
 * along them may shrink step by step until it is a rounding error, or underflows to zero. In exact
 * arithmetic such a run leaves the saddle, but doubles stay. One step from afar onto the manifold
 * is no such loss, nor is a point that attracts what is moved off the manifold.
 */
public final class RoundedApproach {
  /** The name of this hypothesis. */
  public static final String NAME = "no run comes to W^s by rounding";

  private static final int SAMPLE = 1000;
  private static final int MOST_FOLLOWED = 10;

  /** How near a run must end, relative to the domain's diameter. */
  private static final double NEAR = 1e-3;

  /** What counts as small, relative to the domain's diameter. */
  private static final double SMALL = 1e-6;

  private static final double GROWTH = 100;
  private static final double ULPS = 16;

  private final CellResult cell;
  private final double[] center;

  /** The eigenvectors with negative eigenvalues. */
  private final double[][] unstable;

  private final StepMap map;
  private final double small;

  private RoundedApproach(CellResult cell, CriticalPoint point, StepMap map) {
    this.cell = cell;
    center = point.x();
    unstable = Arrays.copyOf(point.eigenvectors(), point.morseIndex());
    this.map = map;
    small = SMALL * cell.problem().domain().diameter();
  }

  /**
   * Checks the hypothesis with some runs that end near the point.
   *
   * @param cell the objective, a deterministic method, the start and when runs stop
   * @param point the strict saddle
   * @param laboratory runs the sample
   */
  public static Hypothesis check(CellResult cell, CriticalPoint point, Laboratory laboratory) {
    RoundedApproach approach =
        new RoundedApproach(cell, point, laboratory.map(cell.problem(), cell.optimizer()));
    long available = Math.min(cell.runs(), cell.start().count().orElse(Long.MAX_VALUE));
    Runs runs =
        laboratory.run(
            "rounded-approach/" + cell.id(),
            cell.problem(),
            cell.optimizer(),
            cell.start(),
            (int) Math.min(SAMPLE, available),
            cell.stop());
    double near = NEAR * cell.problem().domain().diameter();
    int followed = 0;
    int rounded = 0;
    for (int i = 0; i < runs.size() && followed < MOST_FOLLOWED; i++) {
      if (runs.termination()[i] == Termination.GRADIENT_TOLERANCE
          && point.distance(runs.endOf(i)) <= near) {
        followed++;
        rounded += approach.isRounded(runs.startOf(i), runs.steps()[i]) ? 1 : 0;
      }
    }
    return new Hypothesis(
        NAME,
        rounded == 0 ? Status.ESTIMATED : Status.VIOLATED,
        "of %s that end near it, %s lost what would lead them away, a little in each step"
            .formatted(Numbers.count(followed), Numbers.count(rounded)));
  }

  private boolean isRounded(double[] start, long steps) {
    Orbit orbit = Orbit.from(map, start);
    double before = part(start);
    boolean isLost = false;
    for (long k = 0; k < steps && !isLost; k++) {
      orbit.advance();
      double[] x = orbit.position();
      double now = part(x);
      isLost = now <= rounding(x);
      if (isLost && before > small) {
        return false;
      }
      before = now;
    }
    return isLost && part(start) > small && repels();
  }

  /** Tells whether a run leaves that starts beside the point along an unstable direction. */
  private boolean repels() {
    double[] x = center.clone();
    for (int c = 0; c < x.length; c++) {
      x[c] += small * unstable[0][c];
    }
    Orbit orbit = Orbit.from(map, x);
    for (long k = 0; k < cell.stop().maxSteps(); k++) {
      orbit.advance();
      if (part(orbit.position()) > GROWTH * small) {
        return true;
      }
    }
    return false;
  }

  /** Returns the largest displacement along an eigenvector with a negative eigenvalue. */
  private double part(double[] x) {
    double largest = 0;
    for (double[] direction : unstable) {
      double sum = 0;
      for (int c = 0; c < x.length; c++) {
        sum += direction[c] * (x[c] - center[c]);
      }
      largest = Math.max(largest, Math.abs(sum));
    }
    return largest;
  }

  private double rounding(double[] x) {
    double largest = 0;
    for (double[] direction : unstable) {
      double sum = 0;
      for (int c = 0; c < x.length; c++) {
        sum += Math.abs(direction[c]) * Math.ulp(Math.max(Math.abs(x[c]), Math.abs(center[c])));
      }
      largest = Math.max(largest, ULPS * sum);
    }
    return largest;
  }
}
