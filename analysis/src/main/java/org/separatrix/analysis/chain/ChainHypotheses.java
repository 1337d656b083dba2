package org.separatrix.analysis.chain;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;

/** The conditions of the law of waiting times. */
final class ChainHypotheses {
  static final String ONE_VECTOR = "one state vector, so that a displacement is multiplied by m";
  static final String CHAIN = "a chain: at least two strict saddles are passed";
  static final String WAITING = "0 < m < 1 while a direction waits, m > 1 when it is left";
  static final String QUADRATIC = "f quadratic near the saddles, curvature between them in between";
  static final String RANGE = "no underflow";

  /** How far a Hessian by differences may be off, relative to its largest entry. */
  private static final double HESSIAN_ERROR = 1e-5;

  private final Problem problem;
  private final Chain chain;
  private final Laboratory laboratory;

  ChainHypotheses(Problem problem, Chain chain, Laboratory laboratory) {
    this.problem = problem;
    this.chain = chain;
    this.laboratory = laboratory;
  }

  /** Checks them; where one fails those that rest on it are left out. */
  List<Hypothesis> check(IteratedMap method, boolean isExtended) {
    List<Hypothesis> hypotheses = new ArrayList<>(method.hypotheses());
    hypotheses.add(chained());
    Linearization linearization = method.linearization().orElseThrow();
    boolean single = linearization.at(0).length == 1;
    hypotheses.add(
        new Hypothesis(
            ONE_VECTOR,
            single ? Status.CERTIFIED : Status.VIOLATED,
            single ? "1 row" : linearization.at(0).length + " rows"));
    hypotheses.add(range(isExtended));
    if (hypotheses.stream().noneMatch(Hypothesis::isViolated)) {
      hypotheses.add(waiting(new WaitingTimes(chain, linearization)));
      hypotheses.add(quadratic());
    }
    return hypotheses;
  }

  private Hypothesis chained() {
    return new Hypothesis(
        CHAIN,
        chain.passed() >= 2 ? Status.ESTIMATED : Status.VIOLATED,
        chain.passed() + " passed");
  }

  private Hypothesis range(boolean isExtended) {
    if (chain.underflow().isEmpty()) {
      return new Hypothesis(RANGE, Status.ESTIMATED, "every coordinate stays in range");
    }
    String step = Numbers.count(chain.underflow().getAsLong());
    return isExtended
        ? new Hypothesis(
            RANGE,
            Status.CERTIFIED,
            "followed with unbounded exponents; doubles underflow at step " + step)
        : new Hypothesis(
            RANGE, Status.VIOLATED, "underflow at step " + step + ": a coordinate loses its bits");
  }

  private Hypothesis waiting(WaitingTimes times) {
    double slowest = Double.POSITIVE_INFINITY;
    double weakest = Double.NEGATIVE_INFINITY;
    double strongest = Double.NEGATIVE_INFINITY;
    boolean starts = true;
    for (int k = 1; k <= chain.passed(); k++) {
      slowest = Math.min(slowest, times.logarithm(k, k));
      starts &= chain.amplitude(k) > 0;
      for (int j = 1; j < k; j++) {
        weakest = Math.max(weakest, times.logarithm(j, k));
        strongest = Math.max(strongest, -times.logarithm(j, k));
      }
    }
    boolean holds = slowest > 0 && weakest < 0 && strongest < Double.POSITIVE_INFINITY && starts;
    return new Hypothesis(
        WAITING,
        holds ? Status.ESTIMATED : Status.VIOLATED,
        "m up to %s, then at least %s%s"
            .formatted(
                Numbers.number(Math.exp(weakest)),
                Numbers.number(Math.exp(slowest)),
                starts ? "" : ", but the start is on a stable manifold"));
  }

  /**
   * Samples the Hessian on the way from each saddle to the next: it is the first one's on the first
   * quarter, the second one's from the middle on, and v'H v for the next direction to leave lies in
   * between.
   */
  private Hypothesis quadratic() {
    double worst = 0;
    for (int j = 1; j < chain.passed(); j++) {
      double[][] first = at(j, 0);
      double[][] second = at(j, 1);
      double scale = HESSIAN_ERROR * Math.max(largest(first, null), largest(second, null));
      double here = form(first, chain.direction(j + 1));
      double there = form(second, chain.direction(j + 1));
      for (double fraction : new double[] {0.12, 0.24}) {
        worst = Math.max(worst, largest(at(j, fraction), first) / scale);
      }
      for (double fraction : new double[] {0.51, 0.75}) {
        worst = Math.max(worst, largest(at(j, fraction), second) / scale);
      }
      for (double fraction : new double[] {0.3, 0.35, 0.4, 0.45}) {
        double between = form(at(j, fraction), chain.direction(j + 1));
        double excess = Math.max(between - Math.max(here, there), Math.min(here, there) - between);
        worst = Math.max(worst, excess / scale);
      }
    }
    return new Hypothesis(
        QUADRATIC,
        worst <= 1 ? Status.ESTIMATED : Status.VIOLATED,
        "the Hessian is off by %s of its largest entry"
            .formatted(Numbers.number(worst * HESSIAN_ERROR, 2)));
  }

  private double[][] at(int j, double fraction) {
    double[] from = chain.point(j).x();
    double[] to = chain.point(j + 1).x();
    for (int n = 0; n < from.length; n++) {
      from[n] += fraction * (to[n] - from[n]);
    }
    return laboratory.hessian(problem, from);
  }

  private static double form(double[][] matrix, double[] v) {
    double sum = 0;
    for (int i = 0; i < v.length; i++) {
      for (int n = 0; n < v.length; n++) {
        sum += v[i] * matrix[i][n] * v[n];
      }
    }
    return sum;
  }

  /** Returns the largest entry of a matrix, or of its difference from another one. */
  private static double largest(double[][] matrix, double @Nullable [][] other) {
    double largest = 0;
    for (int i = 0; i < matrix.length; i++) {
      for (int n = 0; n < matrix.length; n++) {
        double entry = other == null ? matrix[i][n] : matrix[i][n] - other[i][n];
        largest = Math.max(largest, Math.abs(entry));
      }
    }
    return largest;
  }
}
