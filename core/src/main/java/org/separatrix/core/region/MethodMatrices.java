package org.separatrix.core.region;

import java.util.Arrays;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

/**
 * The matrices of the method that is meant by one with rounded coefficients.
 *
 * <p>A critical point is at rest if A v = v and C v = 1. Rounded coefficients such as 1 + beta and
 * -beta may violate that in the last place. One entry of each row of A and one of C then become
 * intervals that contain both the given number and the one that makes up for the difference.
 *
 * @param a contains the matrix A, n x n
 * @param b the column B, n numbers
 * @param c contains the row C, n components
 * @param rest the vector v, n numbers
 */
public record MethodMatrices(
    IntervalMatrix a, IntervalVector b, IntervalVector c, IntervalVector rest) {

  /** Returns the matrices of a method. */
  public static MethodMatrices of(LinearMethod method) {
    double[] rest = method.rest();
    int pivot = 0;
    for (int j = 1; j < rest.length; j++) {
      pivot = Math.abs(rest[j]) > Math.abs(rest[pivot]) ? j : pivot;
    }
    double[][] rows = method.a();
    Interval[][] a = new Interval[rest.length][];
    for (int i = 0; i < rest.length; i++) {
      a[i] = balanced(rows[i], rest, rest[i], pivot);
    }
    return new MethodMatrices(
        IntervalMatrix.of(a),
        IntervalVector.point(method.b()),
        IntervalVector.of(balanced(method.c(), rest, 1, pivot)),
        IntervalVector.point(rest));
  }

  /** Returns the row with an entry widened such that its product with v may be what it should. */
  private static Interval[] balanced(double[] row, double[] rest, double wanted, int pivot) {
    Interval[] entries = Arrays.stream(row).mapToObj(Interval::point).toArray(Interval[]::new);
    Interval missing =
        Interval.point(wanted).minus(IntervalVector.of(entries).dot(IntervalVector.point(rest)));
    Interval change = missing.dividedBy(Interval.point(rest[pivot]));
    entries[pivot] = entries[pivot].hull(entries[pivot].plus(change));
    return entries;
  }
}
