package org.separatrix.core.manifold;

/**
 * A power series in several complex variables, cut off above a degree.
 *
 * <p>The constant term is real wherever a real function is expanded around a real point.
 */
final class PowerSeries {
  private final Monomials monomials;
  private final int degree;
  private final double[] re;
  private final double[] im;

  /**
   * Creates the series 0.
   *
   * @param monomials numbers the coefficients
   * @param degree the largest degree that is kept, at most that of the monomials
   */
  PowerSeries(Monomials monomials, int degree) {
    this.monomials = monomials;
    this.degree = degree;
    re = new double[monomials.first(degree + 1)];
    im = new double[re.length];
  }

  /** Returns a number as a series. */
  static PowerSeries constant(Monomials monomials, int degree, double value) {
    PowerSeries series = new PowerSeries(monomials, degree);
    series.re[0] = value;
    return series;
  }

  Monomials monomials() {
    return monomials;
  }

  int degree() {
    return degree;
  }

  /** Returns the real constant term. */
  double constantTerm() {
    return re[0];
  }

  double re(int monomial) {
    return re[monomial];
  }

  double im(int monomial) {
    return im[monomial];
  }

  /** Sets a coefficient while the series is being made. */
  void set(int monomial, double real, double imaginary) {
    re[monomial] = real;
    im[monomial] = imaginary;
  }

  /** Returns the series cut off above a degree, or with zeros up to it. */
  PowerSeries to(int newDegree) {
    PowerSeries cut = new PowerSeries(monomials, newDegree);
    int common = Math.min(re.length, cut.re.length);
    System.arraycopy(re, 0, cut.re, 0, common);
    System.arraycopy(im, 0, cut.im, 0, common);
    return cut;
  }

  PowerSeries plus(PowerSeries other) {
    PowerSeries sum = to(degree);
    sum.add(1, other);
    return sum;
  }

  PowerSeries scaled(double factor) {
    PowerSeries product = new PowerSeries(monomials, degree);
    product.add(factor, this);
    return product;
  }

  PowerSeries times(PowerSeries other) {
    PowerSeries product = new PowerSeries(monomials, degree);
    for (int i = 0; i <= degree; i++) {
      for (int j = 0; i + j <= degree; j++) {
        product.addProduct(1, this, i, other, j);
      }
    }
    return product;
  }

  /** Adds a multiple of a series of at least this degree. */
  void add(double factor, PowerSeries other) {
    for (int i = 0; i < re.length; i++) {
      re[i] += factor * other.re[i];
      im[i] += factor * other.im[i];
    }
  }

  /** Adds a complex multiple of the part of a series from a degree on. */
  void addFrom(int least, double factorRe, double factorIm, PowerSeries other) {
    for (int i = monomials.first(least); i < re.length; i++) {
      re[i] += factorRe * other.re[i] - factorIm * other.im[i];
      im[i] += factorRe * other.im[i] + factorIm * other.re[i];
    }
  }

  /**
   * Adds a multiple of the product of two homogeneous parts, of degrees whose sum counts.
   *
   * @param factor what to multiply the product by
   * @param a first series
   * @param i degree of its part
   * @param b second series
   * @param j degree of its part
   */
  void addProduct(double factor, PowerSeries a, int i, PowerSeries b, int j) {
    int end = monomials.first(j + 1);
    for (int p = monomials.first(i); p < monomials.first(i + 1); p++) {
      double x = factor * a.re[p];
      double y = factor * a.im[p];
      if (x == 0 && y == 0) {
        continue;
      }
      int[] products = monomials.products(p);
      for (int q = monomials.first(j); q < end; q++) {
        re[products[q]] += x * b.re[q] - y * b.im[q];
        im[products[q]] += x * b.im[q] + y * b.re[q];
      }
    }
  }

  /** Multiplies the part of a degree by a number. */
  void scalePart(int part, double factor) {
    for (int p = monomials.first(part); p < monomials.first(part + 1); p++) {
      re[p] *= factor;
      im[p] *= factor;
    }
  }
}
