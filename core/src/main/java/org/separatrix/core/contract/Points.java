package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;

/** Points one by one, and an objective's values and gradients there, evaluated as one block. */
final class Points {
  private Points() {}

  /** Draws points uniformly from a box. */
  static List<double[]> uniform(Box box, int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] low = box.low();
    double[] high = box.high();
    List<double[]> points = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      double[] point = new double[low.length];
      for (int k = 0; k < low.length; k++) {
        point[k] = low[k] + (high[k] - low[k]) * random.nextDouble();
      }
      points.add(point);
    }
    return points;
  }

  /** Returns f at each point. */
  static double[] values(Objective objective, List<double[]> points) {
    double[] values = new double[points.size()];
    objective.value(block(points, points.size()), values, points.size());
    return values;
  }

  /** Returns the gradient at each point, {@code [point][coordinate]}. */
  static double[][] gradients(Objective objective, List<double[]> points) {
    int lanes = points.size();
    double[][] gradient = new double[objective.dimension()][lanes];
    objective.gradient(block(points, lanes), gradient, lanes);
    double[][] rows = new double[lanes][gradient.length];
    for (int i = 0; i < lanes; i++) {
      for (int k = 0; k < gradient.length; k++) {
        rows[i][k] = gradient[k][i];
      }
    }
    return rows;
  }

  /**
   * Returns the points as lanes, coordinate k of lane i at {@code [k][i]}.
   *
   * @param points the points, at least one
   * @param length length of the arrays; what lies beyond the points is NaN
   */
  static double[][] block(List<double[]> points, int length) {
    double[][] block = new double[points.get(0).length][length];
    for (int k = 0; k < block.length; k++) {
      Arrays.fill(block[k], Double.NaN);
      for (int i = 0; i < points.size(); i++) {
        block[k][i] = points.get(i)[k];
      }
    }
    return block;
  }

  /** Returns a point with one coordinate moved. */
  static double[] moved(double[] point, int coordinate, double by) {
    double[] moved = point.clone();
    moved[coordinate] += by;
    return moved;
  }

  /** Returns the largest finite absolute value, 0 if there is none. */
  static double largest(double... values) {
    double largest = 0;
    for (double value : values) {
      if (Double.isFinite(value)) {
        largest = Math.max(largest, Math.abs(value));
      }
    }
    return largest;
  }

  /** Returns the Euclidean norm. */
  static double norm(double[] vector) {
    double sum = 0;
    for (double component : vector) {
      sum += component * component;
    }
    return Math.sqrt(sum);
  }

  /** Returns a point as text, its first coordinates if there are many. */
  static String text(double[] point) {
    StringBuilder text = new StringBuilder("(");
    for (int k = 0; k < Math.min(point.length, 6); k++) {
      text.append(k == 0 ? "" : ", ").append(point[k]);
    }
    return text.append(point.length > 6 ? ", ...)" : ")").toString();
  }
}
