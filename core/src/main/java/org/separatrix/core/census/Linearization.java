package org.separatrix.core.census;

import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * What the mean value theorem says of a map F on a box X: F(x) lies in V + J (x - c) for each x of
 * X, where V encloses F(c) and J the derivative of F on X.
 *
 * @param box X, bounded, d components
 * @param center c, a point of X, length d; not modified
 * @param value V
 * @param slope J, {@code d x d}
 */
record Linearization(
    IntervalVector box, double[] center, IntervalVector value, IntervalMatrix slope) {
  private static final double SINGULAR = 1e-300;

  /** Expands the gradient around the midpoint of a box, if it is differentiable on all of it. */
  static Optional<Linearization> of(IntervalExtension function, IntervalVector box) {
    Enclosure<IntervalMatrix> slope = function.jacobian(box);
    if (!slope.isDefinedEverywhere() || !slope.range().isBounded()) {
      return Optional.empty();
    }
    double[] center = box.midpoint();
    Enclosure<IntervalVector> value = function.gradient(IntervalVector.point(center));
    return value.isDefinedEverywhere() && value.range().isBounded()
        ? Optional.of(new Linearization(box, center, value.range(), slope.range()))
        : Optional.empty();
  }

  /** Tells whether the mean-value form shows that F has no zero in X. */
  boolean excludesZero() {
    IntervalVector range = value.plus(slope.times(offset()));
    return !range.contains(new double[box.dimension()]);
  }

  /**
   * Returns what holds of Y F, where Y is about the inverse of the midpoint of J. Each zero of F is
   * one of Y F, whatever Y is. Empty if there is no such Y in floating-point arithmetic.
   */
  Optional<Linearization> preconditioned() {
    Array2DRowRealMatrix middle = new Array2DRowRealMatrix(slope.midpoint(), false);
    LUDecomposition factors = new LUDecomposition(middle, SINGULAR);
    if (!factors.getSolver().isNonSingular()) {
      return Optional.empty();
    }
    double[][] inverse = factors.getSolver().getInverse().getData();
    for (double[] row : inverse) {
      for (double entry : row) {
        if (!Double.isFinite(entry)) {
          return Optional.empty();
        }
      }
    }
    IntervalMatrix y = IntervalMatrix.point(inverse);
    return Optional.of(new Linearization(box, center, y.times(value), y.times(slope)));
  }

  /**
   * Returns Krawczyk's K(X) = c - V + (I - J)(X - c), to be asked of a preconditioned map.
   *
   * <p>All zeros of F in X lie in K(X). If K(X) lies in the interior of X there is exactly one
   * (Krawczyk 1969; Moore 1977; Neumaier 1990, theorem 5.1.8): x - Y F(x) maps X into its interior,
   * so it has a fixed point (Brouwer); and for each A in Y J, I - A maps X - X into its interior,
   * so its spectral radius is below 1 and A is regular, with it Y and the derivatives of F.
   */
  IntervalVector krawczyk() {
    IntervalMatrix rest = IntervalMatrix.identity(box.dimension()).minus(slope);
    return IntervalVector.point(center).minus(value).plus(rest.times(offset()));
  }

  /**
   * Returns a box that contains all zeros of F in X, by a sweep of Gauss and Seidel over the rows
   * of V + J (x - c) = 0 (Hansen and Sengupta 1981); empty if there are none.
   */
  IntervalVector contracted() {
    IntervalVector offset = offset();
    for (int i = 0; i < box.dimension() && !offset.isEmpty(); i++) {
      Interval others = value.get(i);
      for (int j = 0; j < box.dimension(); j++) {
        others = j == i ? others : others.plus(slope.get(i, j).times(offset.get(j)));
      }
      offset = offset.with(i, solutions(slope.get(i, i), others.negated(), offset.get(i)));
    }
    return offset.plus(IntervalVector.point(center)).intersection(box);
  }

  /**
   * Tells whether I - J shrinks the box, as it must before a preconditioned map can be proved to
   * have one zero. Not rounded outward, so no proof.
   */
  boolean isContractive() {
    for (int i = 0; i < box.dimension(); i++) {
      double image = 0;
      for (int j = 0; j < box.dimension(); j++) {
        Interval entry = i == j ? Interval.ONE.minus(slope.get(i, j)) : slope.get(i, j);
        image += entry.magnitude() * box.get(j).width();
      }
      if (!(image <= box.get(i).width())) {
        return false;
      }
    }
    return true;
  }

  /** Returns the hull of the t in X with a t = b for an a of A and a b of B. */
  private static Interval solutions(Interval a, Interval b, Interval x) {
    if (!a.contains(0)) {
      return x.intersection(b.dividedBy(a));
    }
    if (b.contains(0)) {
      return x;
    }
    Interval negative = new Interval(a.low(), 0);
    Interval positive = new Interval(0, a.high());
    return x.intersection(b.dividedBy(negative)).hull(x.intersection(b.dividedBy(positive)));
  }

  private IntervalVector offset() {
    return box.minus(IntervalVector.point(center));
  }
}
