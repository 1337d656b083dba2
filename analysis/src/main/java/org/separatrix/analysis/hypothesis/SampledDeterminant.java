package org.separatrix.analysis.hypothesis;

import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;

/** The determinant of a declared linearization, sampled densely on [-L, L]. */
final class SampledDeterminant {
  private static final int INTERVALS = 2000;
  private static final double STRAIGHT = 1e-12;

  private final double limit;
  private final double[] values = new double[INTERVALS + 1];
  private double errors;
  private boolean scalar = true;

  private SampledDeterminant(Linearization linearization, double limit) {
    this.limit = limit;
    for (int i = 0; i <= INTERVALS; i++) {
      double[][] block = linearization.at(lambda(i));
      Determinant determinant = Determinant.of(block);
      values[i] = determinant.value();
      errors = Math.max(errors, determinant.error());
      scalar &= block.length == 1;
    }
  }

  /**
   * Checks that the determinant has no zero.
   *
   * @param linearization of the method
   * @param limit L
   */
  static Hypothesis check(Linearization linearization, double limit) {
    SampledDeterminant samples = new SampledDeterminant(linearization, limit);
    int smallest = samples.smallest();
    boolean holds = samples.hasOneSign() && Math.abs(samples.values[smallest]) > samples.errors;
    Status status = holds ? Status.ESTIMATED : Status.VIOLATED;
    if (samples.isGradientDescent()) {
      double alphaTimesBound = 1 - samples.values[INTERVALS];
      return new Hypothesis(
          LocalDiffeomorphism.GRADIENT_DESCENT,
          status,
          LocalDiffeomorphism.product(alphaTimesBound, holds));
    }
    String detail =
        holds
            ? "|det| >= %s at %d samples, L = %s"
                .formatted(
                    Numbers.number(Math.abs(samples.values[smallest])),
                    INTERVALS + 1,
                    Numbers.number(limit))
            : "zero near lambda = %s, L = %s"
                .formatted(Numbers.number(samples.zeroNear()), Numbers.number(limit));
    return new Hypothesis(LocalDiffeomorphism.GENERAL, status, detail);
  }

  private double lambda(int i) {
    return limit * (2.0 * i / INTERVALS - 1);
  }

  private boolean hasOneSign() {
    for (double value : values) {
      if (!(value * values[0] > 0)) {
        return false;
      }
    }
    return true;
  }

  /** Tells whether the samples lie on 1 - alpha lambda with a positive alpha. */
  private boolean isGradientDescent() {
    double slope = (values[INTERVALS] - values[0]) / 2;
    boolean straight = scalar && slope < 0;
    for (int i = 0; i <= INTERVALS; i++) {
      double expected = 1 + slope * lambda(i) / limit;
      straight &= Math.abs(values[i] - expected) <= STRAIGHT * (1 - slope);
    }
    return straight;
  }

  private int smallest() {
    int smallest = 0;
    for (int i = 1; i < values.length; i++) {
      if (!(Math.abs(values[i]) >= Math.abs(values[smallest]))) {
        smallest = i;
      }
    }
    return smallest;
  }

  /** Returns the first change of sign by linear interpolation, else the smallest sample. */
  private double zeroNear() {
    for (int i = 0; i < INTERVALS; i++) {
      if (values[i] * values[i + 1] < 0) {
        double fraction = values[i] / (values[i] - values[i + 1]);
        return lambda(i) + fraction * (lambda(i + 1) - lambda(i));
      }
    }
    return lambda(smallest());
  }
}
