package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;

/** Composes power series that vanish at the origin, by one walk over the monomials. */
final class Composition {
  private final List<PowerSeries> outer;
  private final List<PowerSeries> inner;
  private final List<PowerSeries> result = new ArrayList<>();
  private final Monomials monomials;
  private final int degree;

  private Composition(List<PowerSeries> outer, List<PowerSeries> inner, int degree) {
    this.outer = outer;
    this.inner = inner;
    this.degree = degree;
    monomials = inner.get(0).monomials();
    outer.forEach(series -> result.add(new PowerSeries(monomials, degree)));
  }

  /**
   * Returns the series outer(inner(z)).
   *
   * @param outer series in m variables
   * @param inner m series without constant terms
   * @param degree above which the result is cut off
   */
  static List<PowerSeries> of(List<PowerSeries> outer, List<PowerSeries> inner, int degree) {
    Composition composition =
        new Composition(outer, inner.stream().map(series -> series.to(degree)).toList(), degree);
    PowerSeries one = PowerSeries.constant(composition.monomials, degree, 1);
    composition.visit(0, one, 0);
    return composition.result;
  }

  /** Adds the terms of all multiples of a monomial by this and later variables. */
  private void visit(int monomial, PowerSeries power, int variable) {
    int least = monomials.degree(monomial);
    for (int i = 0; i < outer.size(); i++) {
      PowerSeries series = outer.get(i);
      result.get(i).addFrom(least, series.re(monomial), series.im(monomial), power);
    }
    if (least < degree) {
      for (int v = variable; v < inner.size(); v++) {
        visit(monomials.products(monomial)[v + 1], inner.get(v).times(power), v);
      }
    }
  }
}
