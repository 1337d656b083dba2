package org.separatrix.core.manifold;

/**
 * An eigenvalue of a map's derivative at a fixed point.
 *
 * @param re real part
 * @param im imaginary part; of a conjugate pair the one with a positive one comes first
 */
public record Multiplier(double re, double im) {
  /** Returns |mu|. */
  public double modulus() {
    return Math.hypot(re, im);
  }

  /** Tells whether it is real. */
  public boolean isReal() {
    return im == 0;
  }

  Multiplier times(Multiplier other) {
    return new Multiplier(re * other.re - im * other.im, re * other.im + im * other.re);
  }

  double distance(Multiplier other) {
    return Math.hypot(re - other.re, im - other.im);
  }

  /** Returns |1 - mu|, which measures how slow the motion is. */
  double speed() {
    return Math.hypot(1 - re, im);
  }

  @Override
  public String toString() {
    return isReal() ? "%.6g".formatted(re) : "%.6g%+.6gi".formatted(re, im);
  }
}
