package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.planar;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.formula.ElementaryFunction;

class SeriesFunctionsTest {
  private static final Monomials MONOMIALS = new Monomials(2, 12);

  /** 0.7 + z - 0.4 w + 0.3 z w + 0.2 w^3. */
  private static PowerSeries argument() {
    PowerSeries u = PowerSeries.constant(MONOMIALS, 12, 0.7);
    u.set(1, 1, 0);
    u.set(2, -0.4, 0);
    u.set(MONOMIALS.products(1)[2], 0.3, 0);
    u.set(MONOMIALS.products(MONOMIALS.products(2)[2])[2], 0.2, 0);
    return u;
  }

  private static void assertExpands(PowerSeries series, DoubleUnaryOperator function) {
    PolynomialMap polynomial = PolynomialMap.ofRealParts(MONOMIALS, List.of(series));
    for (double[] at : new double[][] {{0.02, 0.01}, {-0.02, 0.015}, {0, -0.02}}) {
      double z = at[0];
      double w = at[1];
      double value = function.applyAsDouble(0.7 + z - 0.4 * w + 0.3 * z * w + 0.2 * w * w * w);
      assertThat(polynomial.evaluate(at)[0]).isCloseTo(value, within(4e-15 * Math.abs(value)));
    }
  }

  @ParameterizedTest
  @MethodSource("functions")
  void expandsElementaryFunctions(ElementaryFunction function) {
    assertExpands(SeriesFunctions.apply(function, argument()), function::apply);
  }

  static Stream<ElementaryFunction> functions() {
    return Stream.of(ElementaryFunction.values());
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 2, 7, -1, -3, 0.5, -2.5, 1.7})
  void expandsPowers(double exponent) {
    assertExpands(SeriesFunctions.power(argument(), exponent), u -> StrictMath.pow(u, exponent));
  }

  @Test
  void refusesWhatHasNoExpansion() {
    // |x|^5 is no power series at the saddle
    ParameterizationMethod method =
        new ParameterizationMethod(planar("x^2 - y^2/2 + (x^2)^2.5 + y*x^2", descent(0.1)), 6);
    assertThatThrownBy(() -> method.stable(0, 0))
        .hasMessageStartingWith("the gradient has no power series of degree 2");
  }
}
