package org.separatrix.core.bound;

import java.util.List;
import org.separatrix.core.interval.Interval;

/** A number made of the extreme eigenvalues of a symmetric matrix, which grows with one of them. */
enum SpectralMeasure {
  /** The spectral norm, max(-lambda_1, lambda_d). */
  NORM {
    @Override
    Interval of(Interval smallest, Interval largest) {
      return new Interval(
          Math.max(0, Math.max(-smallest.high(), largest.low())),
          Math.max(-smallest.low(), largest.high()));
    }
  },
  /** The largest eigenvalue lambda_d. */
  LARGEST {
    @Override
    Interval of(Interval smallest, Interval largest) {
      return largest;
    }
  },
  /** The smallest eigenvalue with its sign changed, -lambda_1. */
  NEGATED_SMALLEST {
    @Override
    Interval of(Interval smallest, Interval largest) {
      return smallest.negated();
    }
  };

  /** Encloses the measure of matrices with these extreme eigenvalues. */
  abstract Interval of(Interval smallest, Interval largest);

  /** Bounds the measure of matrices whose eigenvalues all lie in an interval. */
  double upper(Interval spectrum) {
    return of(spectrum, spectrum).high();
  }

  /** Encloses the measure of matrices with these eigenvalues, in ascending order. */
  Interval of(List<Interval> eigenvalues) {
    return of(eigenvalues.get(0), eigenvalues.get(eigenvalues.size() - 1));
  }
}
