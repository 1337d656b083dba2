package org.separatrix.api.analysis;

import java.util.Arrays;
import java.util.List;
import org.separatrix.api.analysis.StopRule.Region;
import org.separatrix.api.objective.Box;

/** Regions that are told apart from their outside in loops that vectorise. */
public final class Regions {
  private Regions() {}

  /**
   * Returns the points of a box, its boundary included.
   *
   * @param box the box
   */
  public static Region box(Box box) {
    return new BoxRegion(box.low(), box.high());
  }

  /**
   * Returns the points whose distance from a centre, within the space that some axes span, is at
   * most a radius: sum_j (v_j'(x - c))^2 &lt;= R^2. A slab has one axis, a ball d of them.
   *
   * @param centre the centre c, length d; copied
   * @param axes orthonormal vectors v_j, each of length d; copied
   * @param radius the radius R, at least 0
   */
  public static Region cylinder(double[] centre, List<double[]> axes, double radius) {
    return new CylinderRegion(
        centre.clone(), axes.stream().map(double[]::clone).toArray(double[][]::new), radius);
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record BoxRegion(double[] low, double[] high) implements Region {
    @Override
    public boolean contains(double[][] x, int lane) {
      boolean isInside = true;
      for (int k = 0; k < low.length; k++) {
        isInside &= x[k][lane] >= low[k] && x[k][lane] <= high[k];
      }
      return isInside;
    }

    @Override
    public void markOutside(double[][] x, int lanes, double[] marks) {
      for (int k = 0; k < low.length; k++) {
        addExcess(x[k], low[k], high[k], marks, lanes);
      }
    }

    private static void addExcess(double[] x, double low, double high, double[] marks, int lanes) {
      for (int i = 0; i < lanes; i++) {
        marks[i] = marks[i] + Math.abs(x[i] - Math.min(Math.max(x[i], low), high));
      }
    }
  }

  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record CylinderRegion(double[] centre, double[][] axes, double radius) implements Region {
    @Override
    public boolean contains(double[][] x, int lane) {
      double squares = 0;
      for (double[] axis : axes) {
        double along = 0;
        for (int k = 0; k < axis.length; k++) {
          if (axis[k] != 0) {
            along = Math.fma(axis[k], x[k][lane] - centre[k], along);
          }
        }
        squares = Math.fma(along, along, squares);
      }
      return squares <= radius * radius;
    }

    @Override
    public void markOutside(double[][] x, int lanes, double[] marks) {
      double[] along = new double[lanes];
      double[] squares = new double[lanes];
      for (double[] axis : axes) {
        Arrays.fill(along, 0);
        for (int k = 0; k < axis.length; k++) {
          if (axis[k] != 0) {
            addProducts(axis[k], x[k], centre[k], along);
          }
        }
        addSquares(along, squares);
      }
      addExcess(squares, radius * radius, marks);
    }

    private static void addProducts(double factor, double[] x, double centre, double[] sum) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = Math.fma(factor, x[i] - centre, sum[i]);
      }
    }

    private static void addSquares(double[] x, double[] sum) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] = Math.fma(x[i], x[i], sum[i]);
      }
    }

    private static void addExcess(double[] squares, double most, double[] marks) {
      for (int i = 0; i < squares.length; i++) {
        double room = most - squares[i];
        marks[i] = marks[i] + (Math.abs(room) - room);
      }
    }
  }
}
