package org.separatrix.optimizers;

import java.util.Arrays;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Oracle;

/**
 * Solves F(u) = u - x + alpha grad f(u) = 0 by Newton's method with steps that are halved until |F|
 * decreases. F is the gradient of alpha f(u) + |u - x|^2/2, so that its zero is the minimum if I +
 * alpha H is positive definite. For large alpha both are scaled down, so that alpha H does not
 * overflow. Not for use by several threads at once.
 *
 * <p>Many x take their steps together, as lanes, so that gradients and Hessians are those of
 * blocks. In each round every lane tries a point; it takes that, or tries one closer by in the
 * next. A lane that is done makes room for the last one, so what comes out for it does not depend
 * on the others.
 */
final class ProximalSolver {
  private static final int MOST_ITERATIONS = 100;

  /** The Hessians of so many entries in all, or of one point, are evaluated together. */
  private static final int HESSIAN_ENTRIES = 1 << 18;

  /** Newton steps below this many ulps of the largest coordinate are the last. */
  private static final double LAST_STEP = 8;

  /** Above this part of the largest coordinate, steps are longer than that. */
  private static final double SURELY_LONG = LAST_STEP * 0x1p-51;

  /**
   * Gradients that are rounded to single precision do not let |F| fall below a few units of 2^-24
   * of the largest coordinate; below this part of it the last point is as good as any.
   */
  private static final double STALLED = 0x1p-20;

  /** Smaller parts of a step are not tried where that may be so. */
  private static final double LEAST_PART = 0x1p-3;

  /** The decrease of |F| that is asked for, as a part of what the linear law promises. */
  private static final double DECREASE = 1e-4;

  /** Sums of squares between these have lost nothing. */
  private static final double LEAST_SQUARE = 0x1p-900;

  private static final double LARGEST_SQUARE = 0x1p1000;

  private final double scale;

  /** Alpha times the scale. */
  private final double weight;

  private final Oracle oracle;
  private final CholeskyLanes newton;
  private final int capacity;
  private final double[][] x;
  private final double[][] u;
  private final double[][] residual;
  private final double[][] step;
  private final double[][] trial;
  private final double[][] gradient;
  private final double[][][] hessian;

  /** The part of the step that is tried. */
  private final double[] part;

  /** The norm of the residual. */
  private final double[] size;

  /** Number of steps taken. */
  private final double[] taken;

  /** The largest coordinates of the step and of the point that it begins at. */
  private final double[] length;

  private final double[] reach;

  /** Where the lane is in the block. */
  private final int[] origin;

  /** All that moves with a lane, but its origin. */
  private final double[][] arrays;

  private final double[] squares;
  private int lanes;

  /**
   * Prepares to solve.
   *
   * @param alpha the step size
   * @param oracle gives gradients and Hessians
   * @param d number of coordinates
   * @param most largest number of lanes of a block
   */
  ProximalSolver(double alpha, Oracle oracle, int d, int most) {
    // An even power of two rounds neither a product nor a square root.
    scale = Math.scalb(1.0, -2 * (Math.max(0, Math.getExponent(alpha)) / 2));
    weight = alpha * scale;
    this.oracle = oracle;
    newton = new CholeskyLanes(d, weight, scale);
    capacity = (int) Math.max(1, Math.min(most, HESSIAN_ENTRIES / ((long) d * d)));
    arrays = new double[6 * d + 5][capacity];
    x = Arrays.copyOfRange(arrays, 0, d);
    u = Arrays.copyOfRange(arrays, d, 2 * d);
    residual = Arrays.copyOfRange(arrays, 2 * d, 3 * d);
    step = Arrays.copyOfRange(arrays, 3 * d, 4 * d);
    trial = Arrays.copyOfRange(arrays, 4 * d, 5 * d);
    gradient = Arrays.copyOfRange(arrays, 5 * d, 6 * d);
    part = arrays[6 * d];
    size = arrays[6 * d + 1];
    taken = arrays[6 * d + 2];
    length = arrays[6 * d + 3];
    reach = arrays[6 * d + 4];
    hessian = new double[d][d][capacity];
    origin = new int[capacity];
    squares = new double[capacity];
  }

  /**
   * Moves each lane of a block to its minimum; to what is not a number in every coordinate if that
   * is not found.
   *
   * @param block the block, whose gradients belong to its positions
   */
  void minimize(Iterates block) {
    for (int first = 0; first < block.lanes(); first += capacity) {
      begin(block, first, Math.min(capacity, block.lanes() - first));
      double[][] minima = block.position();
      while (lanes > 0) {
        oracle.hessian(u, hessian, lanes);
        newton.solve(hessian, residual, step, lanes);
        propose(minima);
        if (lanes > 0) {
          oracle.gradient(trial, gradient, lanes);
          judge(minima);
        }
      }
    }
  }

  private void begin(Iterates block, int first, int count) {
    lanes = count;
    for (int k = 0; k < x.length; k++) {
      System.arraycopy(block.position()[k], first, x[k], 0, count);
      System.arraycopy(block.position()[k], first, u[k], 0, count);
      for (int lane = 0; lane < count; lane++) {
        residual[k][lane] = weight * block.gradient()[k][first + lane];
      }
    }
    Arrays.fill(part, 0, count, 1);
    Arrays.fill(taken, 0, count, 0);
    SquaredNorm.of(residual, squares, count);
    for (int lane = 0; lane < count; lane++) {
      size[lane] = norm(residual, lane);
      origin[lane] = first + lane;
    }
  }

  /** Sets the point that each lane tries, and ends those where there is none. */
  private void propose(double[][] minima) {
    for (int k = 0; k < u.length; k++) {
      add(part, step[k], u[k], trial[k], lanes);
    }
    largest(step, length, lanes);
    largest(u, reach, lanes);
    // From the last lane down, so that the one that moves into a gap has been dealt with.
    for (int lane = lanes - 1; lane >= 0; lane--) {
      if (length[lane] > SURELY_LONG * reach[lane] && length[lane] <= Double.MAX_VALUE) {
        continue;
      }
      if (!Double.isFinite(length[lane])) {
        giveUp(lane, minima);
      } else if (length[lane] <= smallest(lane)) {
        end(lane, trial, minima);
      }
    }
  }

  /** Takes the point that each lane has tried, or has it try one closer by. */
  private void judge(double[][] minima) {
    for (int k = 0; k < u.length; k++) {
      toResidual(trial[k], x[k], gradient[k], lanes);
    }
    SquaredNorm.of(gradient, squares, lanes);
    for (int lane = lanes - 1; lane >= 0; lane--) {
      double tried = norm(gradient, lane);
      if (tried <= (1 - DECREASE * part[lane]) * size[lane]) {
        take(lane, tried);
        if (++taken[lane] == MOST_ITERATIONS) {
          giveUp(lane, minima);
        }
      } else {
        part[lane] /= 2;
        if (part[lane] * length[lane] <= smallest(lane)
            || (part[lane] < LEAST_PART && isStalled(lane))) {
          end(lane, u, minima);
        }
      }
    }
  }

  private void take(int lane, double tried) {
    for (int k = 0; k < u.length; k++) {
      u[k][lane] = trial[k][lane];
      residual[k][lane] = gradient[k][lane];
    }
    size[lane] = tried;
    part[lane] = 1;
  }

  /** Ends a lane that gets no further. */
  private void giveUp(int lane, double[][] minima) {
    if (!isStalled(lane)) {
      for (double[] coordinate : u) {
        coordinate[lane] = Double.NaN;
      }
    }
    end(lane, u, minima);
  }

  /**
   * Tells whether a residual is so small that the gradient's rounding may be what is left of it.
   */
  private boolean isStalled(int lane) {
    return size[lane] <= STALLED * scale * largest(x, lane);
  }

  /** Puts a point into the block, and the last lane into the place of its lane. */
  private void end(int lane, double[][] point, double[][] minima) {
    for (int k = 0; k < u.length; k++) {
      minima[k][origin[lane]] = point[k][lane];
    }
    lanes--;
    if (lane < lanes) {
      origin[lane] = origin[lanes];
      for (double[] array : arrays) {
        array[lane] = array[lanes];
      }
    }
  }

  private void toResidual(double[] point, double[] start, double[] slope, int count) {
    for (int i = 0; i < count; i++) {
      slope[i] = Math.fma(weight, slope[i], scale * (point[i] - start[i]));
    }
  }

  private static void add(double[] part, double[] step, double[] from, double[] to, int count) {
    for (int i = 0; i < count; i++) {
      to[i] = Math.fma(part[i], step[i], from[i]);
    }
  }

  /** Returns the length of the shortest step of a lane that rounding does not hide. */
  private double smallest(int lane) {
    return LAST_STEP * Math.ulp(reach[lane]);
  }

  /** Returns the norm of a vector whose square is known unless it is too large or too small. */
  private double norm(double[][] vectors, int lane) {
    double square = squares[lane];
    if (square >= LEAST_SQUARE && square <= LARGEST_SQUARE) {
      return Math.sqrt(square);
    }
    double norm = 0;
    for (double[] coordinate : vectors) {
      norm = Math.hypot(norm, coordinate[lane]);
    }
    return norm;
  }

  /** Sets the largest coordinate of each vector; not a number if one of them is none. */
  private static void largest(double[][] vectors, double[] most, int lanes) {
    Arrays.fill(most, 0, lanes, 0);
    for (double[] coordinate : vectors) {
      takeLarger(coordinate, most, lanes);
    }
  }

  private static void takeLarger(double[] numbers, double[] most, int lanes) {
    for (int i = 0; i < lanes; i++) {
      most[i] = Math.max(most[i], Math.abs(numbers[i]));
    }
  }

  private static double largest(double[][] vectors, int lane) {
    double largest = 0;
    for (double[] coordinate : vectors) {
      largest = Math.max(largest, Math.abs(coordinate[lane]));
    }
    return largest;
  }
}
