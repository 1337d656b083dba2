package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.separatrix.core.census.Functions.cube;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

class DerivativeCheckTest {
  private static final IntervalVector BOX = cube(2, -3, 3);

  @ParameterizedTest
  @ValueSource(
      strings = {
        Functions.LEE,
        Functions.HIMMELBLAU,
        Functions.SIX_HUMP,
        Functions.MUELLER_BROWN,
        "0.1*x^3/3 + sin(x*y)/7 + pi*exp(0.3*x*y)",
        "log(x)*sqrt(y) + tan(x*y)"
      })
  void derivedOnesAgree(String text) {
    assertThat(DerivativeCheck.contradiction(Functions.planar(text), BOX)).isEmpty();
  }

  /** The gradient of one function with the Hessian or Jacobian of another one. */
  @ParameterizedTest
  @CsvSource({
    "x^2 + y^4, x^2 + 1.0000001*y^4",
    "x^2*y + y^4, x^2*y - y^4",
    "sin(x) + y^2, sin(x) + y^2 + 0.001*x*y",
    "x^2 + y^2, x^2"
  })
  void wrongDerivatives(String right, String wrong) {
    IntervalExtension f = Functions.planar(right);
    IntervalExtension g = Functions.planar(wrong);
    assertThat(DerivativeCheck.contradiction(new Mixed(f, g, f), BOX)).isPresent();
    assertThat(DerivativeCheck.contradiction(new Mixed(f, f, g), BOX)).isPresent();
    assertThat(DerivativeCheck.contradiction(new Mixed(f, f, f), BOX)).isEmpty();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CensusSearch.run(new Mixed(f, g, f), BOX))
        .withMessageStartingWith("gradient and Hessian contradict each other on");
  }

  /** (y, 0) is the gradient of nothing. */
  @Test
  void fieldWithoutPotential() {
    IntervalExtension rotation =
        new Mixed(Functions.planar("x*y"), Functions.planar("x*y"), Functions.planar("x*y")) {
          @Override
          public Enclosure<IntervalMatrix> jacobian(IntervalVector box) {
            IntervalMatrix field = IntervalMatrix.point(new double[][] {{0, 1}, {0, 0}});
            return new Enclosure<>(field, true);
          }
        };
    assertThat(DerivativeCheck.contradiction(rotation, BOX).orElseThrow())
        .contains("not symmetric");
  }

  private static class Mixed implements IntervalExtension {
    private final IntervalExtension gradient;
    private final IntervalExtension hessian;
    private final IntervalExtension jacobian;

    Mixed(IntervalExtension gradient, IntervalExtension hessian, IntervalExtension jacobian) {
      this.gradient = gradient;
      this.hessian = hessian;
      this.jacobian = jacobian;
    }

    @Override
    public int dimension() {
      return gradient.dimension();
    }

    @Override
    public Enclosure<IntervalVector> gradient(IntervalVector box) {
      return gradient.gradient(box);
    }

    @Override
    public Enclosure<IntervalVector> meanValueGradient(IntervalVector box) {
      return gradient.meanValueGradient(box);
    }

    @Override
    public Enclosure<IntervalMatrix> hessian(IntervalVector box) {
      return hessian.hessian(box);
    }

    @Override
    public Enclosure<IntervalMatrix> jacobian(IntervalVector box) {
      return jacobian.jacobian(box);
    }
  }
}
