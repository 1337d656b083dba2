package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * The eigenvalues of all Hessians on a box, and how many are negative, with certainty.
 *
 * <p>Weyl's bounds have the error of the largest eigenvalue, so the sign of a small one may stay
 * open. By Sylvester's law of inertia, W H W' has as many negative eigenvalues as H. With W =
 * |Lambda|^(-1/2) V from the eigenvalues Lambda and eigenvectors V of the midpoint it is about
 * diag(+-1), so Gershgorin's discs decide whatever the scales of H are. They also bound the
 * eigenvalues away from 0: lambda_k(W H W') = t lambda_k(H) with t at most the norm of W W'
 * (Ostrowski 1959).
 *
 * @param eigenvalues enclosures in ascending order, d of them
 * @param negative their number below 0, the Morse index, if every sign is certain
 */
record HessianSpectrum(List<Interval> eigenvalues, OptionalInt negative) {
  /** Copies the list. */
  HessianSpectrum {
    eigenvalues = List.copyOf(eigenvalues);
  }

  /** Encloses the spectra on a box, whole lines where the Hessian does not exist everywhere. */
  static HessianSpectrum on(IntervalExtension function, IntervalVector box) {
    Enclosure<IntervalMatrix> hessian = function.hessian(box);
    IntervalMatrix symmetric = hessian.range().symmetricPart();
    if (!hessian.isDefinedEverywhere() || symmetric.isEmpty() || !symmetric.isBounded()) {
      List<Interval> unknown = new ArrayList<>();
      for (int k = 0; k < box.dimension(); k++) {
        unknown.add(Interval.ENTIRE);
      }
      return new HessianSpectrum(unknown, OptionalInt.empty());
    }
    return of(symmetric);
  }

  /** Encloses the spectra of the symmetric matrices in an interval matrix, bounded, not empty. */
  static HessianSpectrum of(IntervalMatrix hessian) {
    List<Interval> eigenvalues = new ArrayList<>(hessian.eigenvalues());
    if (isDecided(eigenvalues)) {
      return new HessianSpectrum(eigenvalues, OptionalInt.of(negative(eigenvalues)));
    }
    double[][] w = scaledEigenvectors(hessian.midpoint());
    if (w.length == 0) {
      return new HessianSpectrum(eigenvalues, OptionalInt.empty());
    }
    IntervalMatrix scale = IntervalMatrix.point(w);
    IntervalMatrix signs = scale.times(hessian).times(scale.transposed());
    List<Interval> discs = discs(signs);
    if (!isDecided(discs)) {
      return new HessianSpectrum(eigenvalues, OptionalInt.empty());
    }
    int negative = negative(discs);
    double stretch = scale.times(scale.transposed()).infinityNorm();
    Interval least = Interval.point(mignitude(discs)).dividedBy(Interval.point(stretch));
    Interval positive = new Interval(least.low(), Double.POSITIVE_INFINITY);
    for (int k = 0; k < eigenvalues.size(); k++) {
      Interval side = k < negative ? positive.negated() : positive;
      eigenvalues.set(k, eigenvalues.get(k).intersection(side));
    }
    return new HessianSpectrum(eigenvalues, OptionalInt.of(negative));
  }

  /** Returns what the signs say, {@code UNDECIDED} if one is not certain. */
  CriticalPointKind kind() {
    if (negative.isEmpty()) {
      return CriticalPointKind.UNDECIDED;
    }
    return kind(negative.getAsInt(), eigenvalues.size());
  }

  /** Returns the kind of a critical point without zero eigenvalues. */
  static CriticalPointKind kind(int morseIndex, int dimension) {
    if (morseIndex == 0) {
      return CriticalPointKind.LOCAL_MINIMUM;
    }
    return morseIndex == dimension
        ? CriticalPointKind.LOCAL_MAXIMUM
        : CriticalPointKind.STRICT_SADDLE;
  }

  /** Returns |Lambda|^(-1/2) V, or nothing if that is not finite. */
  private static double[][] scaledEigenvectors(double[][] symmetric) {
    SymmetricEigen eigen = SymmetricEigen.of(symmetric);
    double[][] w = eigen.vectors();
    for (int k = 0; k < w.length; k++) {
      double factor = 1 / Math.sqrt(Math.abs(eigen.values()[k]));
      if (!Double.isFinite(factor)) {
        return new double[0][];
      }
      for (int j = 0; j < w.length; j++) {
        w[k][j] *= factor;
      }
    }
    return w;
  }

  private static List<Interval> discs(IntervalMatrix matrix) {
    List<Interval> discs = new ArrayList<>();
    for (int i = 0; i < matrix.rows(); i++) {
      Interval disc = matrix.get(i, i);
      for (int j = 0; j < matrix.rows(); j++) {
        double entry = Math.max(matrix.get(i, j).magnitude(), matrix.get(j, i).magnitude());
        disc = j == i ? disc : disc.inflated(entry);
      }
      discs.add(disc);
    }
    return discs;
  }

  private static boolean isDecided(List<Interval> numbers) {
    return numbers.stream().noneMatch(number -> number.contains(0));
  }

  /** If all discs avoid 0, those left of it hold as many eigenvalues as there are such discs. */
  private static int negative(List<Interval> numbers) {
    return (int) numbers.stream().filter(number -> number.high() < 0).count();
  }

  private static double mignitude(List<Interval> numbers) {
    return numbers.stream().mapToDouble(Interval::mignitude).min().orElseThrow();
  }
}
