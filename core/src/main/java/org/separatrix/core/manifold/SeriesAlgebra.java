package org.separatrix.core.manifold;

import java.util.List;
import org.separatrix.core.formula.ElementaryFunction;
import org.separatrix.core.interval.Algebra;

/**
 * Evaluates expressions at power series.
 *
 * @param position the coordinates, all of one degree
 */
record SeriesAlgebra(List<PowerSeries> position) implements Algebra<PowerSeries> {
  @Override
  public PowerSeries constant(double value) {
    PowerSeries any = position.get(0);
    return PowerSeries.constant(any.monomials(), any.degree(), value);
  }

  @Override
  public PowerSeries variable(int index) {
    return position.get(index);
  }

  @Override
  public PowerSeries sum(PowerSeries a, PowerSeries b) {
    return a.plus(b);
  }

  @Override
  public PowerSeries product(PowerSeries a, PowerSeries b) {
    return a.times(b);
  }

  @Override
  public PowerSeries power(PowerSeries base, double exponent) {
    return SeriesFunctions.power(base, exponent);
  }

  @Override
  public PowerSeries apply(ElementaryFunction function, PowerSeries argument) {
    return SeriesFunctions.apply(function, argument);
  }
}
