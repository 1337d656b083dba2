package org.separatrix.analysis.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Objective;

/**
 * Starts around a critical point, so near that the gradient is linear there.
 *
 * <p>Each start lies in the direction sum_i +-v_i / sqrt(d) with random signs, so that every
 * eigenvector v_i of the Hessian has the same weight.
 *
 * @param distance of the starts from the point
 * @param deviation largest |grad f(s + x) - H x| / (|H| |x|) seen at that distance
 * @param starts the starts, each of length d
 */
public record LocalLinearity(double distance, double deviation, List<double[]> starts) {
  private static final double LARGEST_DEVIATION = 1e-7;

  /** Distances below this many rounding errors of the coordinates would be noise. */
  private static final double ROUNDING_ERRORS = 1e8;

  /** Copies the list. */
  public LocalLinearity {
    starts = List.copyOf(starts);
  }

  /**
   * Looks for starts by halving a distance until the deviation is small.
   *
   * @param census the points known
   * @param point one of them
   * @param directions how many starts
   * @param random chooses the signs
   */
  public static LocalLinearity around(
      Census census, CriticalPoint point, int directions, RandomGenerator random) {
    Objective objective = census.problem().objective();
    double[] s = point.x();
    double[] lambda = point.eigenvalues();
    double norm = Math.max(Math.abs(lambda[0]), Math.abs(lambda[lambda.length - 1]));
    List<double[]> weights = weights(lambda.length, directions, random);
    double[][] vectors = point.eigenvectors();
    double smallest = ROUNDING_ERRORS * Nonlinearity.rounding(s);
    double distance = Nonlinearity.scale(census, point) / 4;
    double deviation = deviation(objective, s, vectors, lambda, weights, distance) / norm;
    while (!(deviation <= LARGEST_DEVIATION) && distance / 2 > smallest && distance > 1e-100) {
      distance /= 2;
      deviation = deviation(objective, s, vectors, lambda, weights, distance) / norm;
    }
    List<double[]> starts = new ArrayList<>();
    for (double[] weight : weights.subList(0, directions)) {
      double[] direction = combine(vectors, weight);
      double[] start = s.clone();
      for (int k = 0; k < start.length; k++) {
        start[k] = Math.fma(distance, direction[k], start[k]);
      }
      starts.add(start);
    }
    return new LocalLinearity(distance, deviation, starts);
  }

  /** The directions' weights, and two more for the first and the last eigenvector. */
  private static List<double[]> weights(int d, int directions, RandomGenerator random) {
    List<double[]> weights = new ArrayList<>();
    for (int i = 0; i < directions; i++) {
      double[] weight = new double[d];
      for (int j = 0; j < d; j++) {
        weight[j] = (random.nextBoolean() ? 1 : -1) / Math.sqrt(d);
      }
      weights.add(weight);
    }
    for (int j : new int[] {0, d - 1}) {
      double[] weight = new double[d];
      weight[j] = 1;
      weights.add(weight);
    }
    return weights;
  }

  private static double deviation(
      Objective objective,
      double[] s,
      double[][] vectors,
      double[] lambda,
      List<double[]> weights,
      double distance) {
    double largest = 0;
    for (double[] weight : weights) {
      double[] product = weight.clone();
      for (int j = 0; j < product.length; j++) {
        product[j] *= lambda[j];
      }
      double[] deviations =
          Nonlinearity.along(
              objective,
              s,
              combine(vectors, weight),
              combine(vectors, product),
              new double[] {distance, -distance});
      // A NaN stays: it compares as "not small".
      largest = Math.max(largest, Math.max(deviations[0], deviations[1]));
    }
    return largest;
  }

  /** sum_j weight_j v_j. */
  private static double[] combine(double[][] vectors, double[] weight) {
    double[] sum = new double[weight.length];
    for (int j = 0; j < weight.length; j++) {
      for (int k = 0; k < sum.length; k++) {
        sum[k] = Math.fma(weight[j], vectors[j][k], sum[k]);
      }
    }
    return sum;
  }
}
