package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.complex.Complex;

/** Solves F(K(z)) = K(R(z)) for the terms of K and R, one degree after the other. */
final class HomologicalEquations {
  private final MethodMap map;
  private final EigenFrame frame;
  private final Monomials monomials;
  private final List<PowerSeries> embedding = new ArrayList<>();
  private final List<PowerSeries> conjugate = new ArrayList<>();
  private final List<Resonance> resonances = new ArrayList<>();
  private boolean linear = true;

  /**
   * Prepares the linear terms.
   *
   * @param map the map F
   * @param fixedPoint a fixed point of it
   * @param frame eigenvectors there
   * @param monomials in as many variables as the manifold has dimensions
   */
  HomologicalEquations(MethodMap map, double[] fixedPoint, EigenFrame frame, Monomials monomials) {
    this.map = map;
    this.frame = frame;
    this.monomials = monomials;
    int order = monomials.order();
    for (int i = 0; i < fixedPoint.length; i++) {
      PowerSeries series = PowerSeries.constant(monomials, order, fixedPoint[i]);
      for (int j = 0; j < monomials.variables(); j++) {
        EigenDirection direction = frame.direction(j);
        series.set(j + 1, direction.re()[i], direction.im()[i]);
      }
      embedding.add(series);
    }
    for (int j = 0; j < monomials.variables(); j++) {
      Multiplier mu = frame.direction(j).multiplier();
      PowerSeries series = new PowerSeries(monomials, order);
      series.set(j + 1, mu.re(), mu.im());
      conjugate.add(series);
    }
  }

  void solve() {
    for (int degree = 2; degree <= monomials.order(); degree++) {
      int cut = degree;
      List<PowerSeries> image =
          map.apply(embedding.stream().map(series -> series.to(cut)).toList());
      if (!linear) {
        List<PowerSeries> composed = Composition.of(embedding, conjugate, degree);
        for (int i = 0; i < image.size(); i++) {
          image.get(i).add(-1, composed.get(i));
        }
      }
      for (int p = monomials.first(degree); p < monomials.first(degree + 1); p++) {
        solve(p, image);
      }
    }
  }

  private void solve(int monomial, List<PowerSeries> error) {
    Complex[] e = new Complex[error.size()];
    for (int i = 0; i < e.length; i++) {
      e[i] = new Complex(error.get(i).re(monomial), error.get(i).im(monomial));
      if (!e[i].isFinite()) {
        throw new IllegalArgumentException(
            "the gradient has no power series of degree %d at the critical point.\n"
                    .formatted(monomials.degree(monomial))
                + "Maybe choose a lower order.");
      }
    }
    Complex[] c = frame.coordinates(e);
    Multiplier product = product(monomial);
    for (int j = 0; j < c.length; j++) {
      Multiplier mu = frame.direction(j).multiplier();
      if (j < monomials.variables() && isResonant(product, mu)) {
        conjugate.get(j).set(monomial, c[j].getReal(), c[j].getImaginary());
        linear &= c[j].isZero();
        resonances.add(new Resonance(monomials.exponents(monomial), j, product, mu, c[j].norm()));
        c[j] = Complex.ZERO;
      } else {
        c[j] = c[j].divide(new Complex(product.re() - mu.re(), product.im() - mu.im()));
      }
    }
    for (int i = 0; i < e.length; i++) {
      Complex sum = Complex.ZERO;
      for (int j = 0; j < c.length; j++) {
        EigenDirection direction = frame.direction(j);
        sum = sum.add(c[j].multiply(new Complex(direction.re()[i], direction.im()[i])));
      }
      embedding.get(i).set(monomial, sum.getReal(), sum.getImaginary());
    }
  }

  private Multiplier product(int monomial) {
    Multiplier product = new Multiplier(1, 0);
    for (int v = 0; v < monomials.variables(); v++) {
      for (int i = 0; i < monomials.exponent(monomial, v); i++) {
        product = product.times(frame.direction(v).multiplier());
      }
    }
    return product;
  }

  private static boolean isResonant(Multiplier product, Multiplier mu) {
    double speed = Math.max(product.speed(), mu.speed());
    return product.distance(mu) <= ParameterizationMethod.RESONANCE * speed;
  }

  /** Returns what was found, in real coordinates. */
  LocalManifold manifold() {
    List<Multiplier> multipliers = frame.inside().stream().map(EigenDirection::multiplier).toList();
    List<PowerSeries> realEmbedding = embedding;
    List<PowerSeries> realConjugate = conjugate;
    if (multipliers.stream().anyMatch(mu -> !mu.isReal())) {
      List<PowerSeries> z = complexCoordinates(multipliers);
      realEmbedding = Composition.of(embedding, z, monomials.order());
      realConjugate = realCoordinates(Composition.of(conjugate, z, monomials.order()), multipliers);
    }
    return new LocalManifold(
        map,
        multipliers,
        PolynomialMap.ofRealParts(monomials, realEmbedding),
        PolynomialMap.ofRealParts(monomials, realConjugate),
        EigenFrame.realColumns(frame.outside(), frame.size()),
        frame.outside().stream().map(EigenDirection::multiplier).toList(),
        resonances);
  }

  /** Of a pair, z = s + i t and its conjugate; others are real. */
  private List<PowerSeries> complexCoordinates(List<Multiplier> multipliers) {
    List<PowerSeries> z = new ArrayList<>();
    for (int j = 0; j < multipliers.size(); j++) {
      PowerSeries series = new PowerSeries(monomials, monomials.order());
      double im = multipliers.get(j).im();
      int first = im < 0 ? j : j + 1;
      series.set(first, 1, 0);
      if (im != 0) {
        series.set(first + 1, 0, Math.signum(im));
      }
      z.add(series);
    }
    return z;
  }

  /** Of a pair, real part and imaginary part of the first. */
  private List<PowerSeries> realCoordinates(List<PowerSeries> z, List<Multiplier> multipliers) {
    List<PowerSeries> real = new ArrayList<>();
    for (int j = 0; j < z.size(); j++) {
      if (multipliers.get(j).im() >= 0) {
        real.add(z.get(j));
      } else {
        PowerSeries imaginary = new PowerSeries(monomials, monomials.order());
        imaginary.addFrom(0, 0, -1, z.get(j - 1));
        real.add(imaginary);
      }
    }
    return real;
  }
}
