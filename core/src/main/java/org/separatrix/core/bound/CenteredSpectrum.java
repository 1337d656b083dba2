package org.separatrix.core.bound;

import java.util.List;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Encloses the eigenvalues of H(x) = H(c) + sum_k (x_k - c_k) T_k over a box around c, T_k being
 * enclosures of the derivatives of H.
 *
 * <p>The sum is formed twice, as it stands and in the basis of the eigenvectors of H(c), the rows
 * of V. There it is nearly diagonal, so what its other entries add to a simple extreme eigenvalue
 * is of second order in the width of the box, and so is the excess of the bound. V need not be
 * orthogonal to the last bit: the eigenvalues of V H V' are those of H times numbers t with |t - 1|
 * <= |V V' - I| (Ostrowski 1959).
 */
final class CenteredSpectrum {
  private final IntervalMatrix center;
  private final List<IntervalMatrix> slopes;
  private final List<Interval> offsets;

  /**
   * Prepares the enclosure.
   *
   * @param center encloses H(c), {@code n x n}, symmetric and bounded
   * @param slopes enclose the derivatives T_k over the box, {@code n x n} each, bounded
   * @param offsets x_k - c_k, as many
   */
  CenteredSpectrum(IntervalMatrix center, List<IntervalMatrix> slopes, List<Interval> offsets) {
    this.center = center;
    this.slopes = slopes;
    this.offsets = offsets;
  }

  /**
   * Returns an interval of all eigenvalues.
   *
   * @param natural another enclosure of H(x) over the box
   */
  Interval within(IntervalMatrix natural) {
    Interval spectrum = sum(center, slopes).intersection(natural).spectrum();
    if (center.rows() == 1) {
      return spectrum;
    }
    IntervalMatrix basis = IntervalMatrix.point(SymmetricEigen.of(center.midpoint()).vectors());
    IntervalMatrix transposed = basis.transposed();
    double skewness =
        basis.times(transposed).minus(IntervalMatrix.identity(center.rows())).infinityNorm();
    if (!(skewness < 1)) {
      return spectrum;
    }
    IntervalMatrix rotated =
        sum(
            basis.times(center).times(transposed),
            slopes.stream().map(slope -> basis.times(slope).times(transposed)).toList());
    Interval stretch = Interval.ONE.inflated(skewness);
    return spectrum.intersection(rotated.spectrum().dividedBy(stretch));
  }

  private IntervalMatrix sum(IntervalMatrix constant, List<IntervalMatrix> linear) {
    IntervalMatrix sum = constant;
    for (int k = 0; k < linear.size(); k++) {
      sum = sum.plus(linear.get(k).times(offsets.get(k)));
    }
    return sum;
  }
}
