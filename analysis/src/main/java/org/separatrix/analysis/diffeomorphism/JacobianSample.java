package org.separatrix.analysis.diffeomorphism;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.separatrix.analysis.linearization.MeasuredJacobian;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Box;
import org.separatrix.core.interval.Interval;

/**
 * Jacobians of a step at random states.
 *
 * @param jacobians those that are finite
 */
record JacobianSample(List<MeasuredJacobian> jacobians) {
  private static final int STATES = 200;
  private static final int FEW_STATES = 20;

  /** Above this, singular values cost more, and fewer states are looked at. */
  private static final int MANY = 16;

  /** Above this, none are. */
  private static final int MOST = 64;

  /** Step of the differences, as a part of the domain's width. */
  private static final double STEP = 2e-4;

  /** Copies the list. */
  JacobianSample {
    jacobians = List.copyOf(jacobians);
  }

  /** Measures at random states; none if the map has more than 64 dimensions. */
  static JacobianSample of(StepMap map, Box domain, RandomStates states) {
    int m = map.dimension();
    double[] steps = steps(domain, m);
    List<MeasuredJacobian> measured = new ArrayList<>();
    int count = m > MOST ? 0 : m > MANY ? FEW_STATES : STATES;
    for (int i = 0; i < count; i++) {
      MeasuredJacobian.of(map, states.next(), steps).ifPresent(measured::add);
    }
    return new JacobianSample(measured);
  }

  /** Returns the step for each coordinate of a state. */
  static double[] steps(Box domain, int m) {
    double[] low = domain.low();
    double[] high = domain.high();
    double[] steps = new double[m];
    Arrays.setAll(steps, i -> STEP * (high[i % low.length] - low[i % low.length]));
    return steps;
  }

  /** Returns those whose determinant is known. */
  List<MeasuredJacobian> known() {
    return jacobians.stream().filter(MeasuredJacobian::isKnown).toList();
  }

  /**
   * Counts determinants that are no product of numbers from a range.
   *
   * @param factors the range, without 0
   * @param d number of factors
   */
  long outside(Interval factors, int d) {
    double sign = factors.low() < 0 && d % 2 == 1 ? -1 : 1;
    return jacobians.stream()
        .filter(each -> each.contradicts(sign, factors.mignitude(), factors.magnitude(), d))
        .count();
  }

  /** Counts Jacobians that shrink some direction by more than a factor, errors allowed for. */
  long below(double stretch) {
    return jacobians.stream()
        .filter(each -> each.leastSingularValue() + each.error() < stretch)
        .count();
  }

  /** Returns the least singular value of all, infinite if there are none. */
  double leastStretch() {
    return jacobians.stream()
        .mapToDouble(MeasuredJacobian::leastSingularValue)
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }
}
