package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.separatrix.api.objective.Box;

/**
 * Inverts a method's map by Newton's method, F(x) = y. Beyond alpha = 1/L there may be none or
 * several solutions, which meet in folds, where det DF = 0.
 */
public final class InverseMap {
  private static final int NEWTON_STEPS = 60;
  private static final double CONVERGED = 1e-13;
  private static final double SHORTEST_SHARE = 1e-6;

  private final MethodMap map;

  /** Inverts a map. */
  public InverseMap(MethodMap map) {
    this.map = map;
  }

  /**
   * Solves F(x) = y from a guess, with steps halved until they help.
   *
   * @param y N components; not modified
   * @param guess N components; not modified
   */
  public Optional<double[]> near(double[] y, double[] guess) {
    double[] x = guess.clone();
    double[] misfit = Vectors.sum(y, -1, map.apply(x));
    for (int i = 0; i < NEWTON_STEPS; i++) {
      LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(map.jacobian(x), false));
      if (!Vectors.isFinite(misfit) || !lu.getSolver().isNonSingular()) {
        return Optional.empty();
      }
      double[] step = lu.getSolver().solve(new ArrayRealVector(misfit, false)).toArray();
      if (Vectors.norm(step) <= CONVERGED * (1 + Vectors.norm(x))) {
        return Optional.of(Vectors.sum(x, 1, step));
      }
      double share = 1;
      double[] next = Vectors.sum(x, share, step);
      double[] rest = Vectors.sum(y, -1, map.apply(next));
      while (!(Vectors.norm(rest) < Vectors.norm(misfit))) {
        share /= 2;
        if (share < SHORTEST_SHARE) {
          boolean rounding = Vectors.norm(step) <= 1e-10 * (1 + Vectors.norm(x));
          return rounding ? Optional.of(x) : Optional.empty();
        }
        next = Vectors.sum(x, share, step);
        rest = Vectors.sum(y, -1, map.apply(next));
      }
      x = next;
      misfit = rest;
    }
    return Optional.empty();
  }

  /**
   * Follows a preimage along the segment from F(x) to y.
   *
   * @param x a state, N components; not modified
   * @param y the state whose preimage is wanted; not modified
   * @return the preimage that x becomes, or nothing if it meets a fold on the way
   */
  public Optional<double[]> followed(double[] x, double[] y) {
    double[] from = map.apply(x);
    double[] way = Vectors.sum(y, -1, from);
    double orientation = determinant(x);
    double[] current = x.clone();
    double done = 0;
    double step = 1;
    while (done < 1) {
      double share = Math.min(1, done + step);
      Optional<double[]> next = near(Vectors.sum(from, share, way), current);
      double reach = 2 * stretch(current) * (share - done) * Vectors.norm(way);
      if (next.isPresent()
          && determinant(next.get()) * orientation > 0
          && Vectors.distance(next.get(), current) <= reach) {
        current = next.get();
        done = share;
        step *= 2;
      } else if (step < SHORTEST_SHARE) {
        return Optional.empty();
      } else {
        step /= 2;
      }
    }
    return Optional.of(current);
  }

  /**
   * Looks for all preimages of a state among those whose position lies in a box, by Newton's method
   * from a grid of positions at rest. May miss some.
   *
   * @param y N components; not modified
   * @param box of positions, d coordinates
   * @param perAxis number of grid points along each axis, at least 2
   */
  public List<double[]> search(double[] y, Box box, int perAxis) {
    int d = map.dimension();
    List<double[]> found = new ArrayList<>();
    long count = Math.round(Math.pow(perAxis, d));
    for (long number = 0; number < count; number++) {
      double[] x = new double[d];
      long rest = number;
      for (int k = 0; k < d; k++) {
        double share = (double) (rest % perAxis) / (perAxis - 1);
        x[k] = box.low()[k] + share * (box.high()[k] - box.low()[k]);
        rest /= perAxis;
      }
      near(y, map.resting(x))
          .filter(state -> box.contains(map.position(state)))
          .filter(state -> found.stream().noneMatch(known -> same(known, state)))
          .ifPresent(found::add);
    }
    return found;
  }

  private static boolean same(double[] x, double[] y) {
    return Vectors.distance(x, y) <= 1e-7 * (1 + Vectors.norm(x));
  }

  private double determinant(double[] x) {
    return new LUDecomposition(new Array2DRowRealMatrix(map.jacobian(x), false)).getDeterminant();
  }

  /** Returns the Frobenius norm of the inverse derivative. */
  private double stretch(double[] x) {
    LUDecomposition lu = new LUDecomposition(new Array2DRowRealMatrix(map.jacobian(x), false));
    return lu.getSolver().isNonSingular()
        ? lu.getSolver().getInverse().getFrobeniusNorm()
        : Double.POSITIVE_INFINITY;
  }
}
