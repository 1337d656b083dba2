package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.critical.ContinuumProjection.Projection;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class ContinuumProjectionTest {
  private static final String[] NAMES = {"x", "y", "z"};

  private static Optional<Projection> project(String formula, double... x) {
    return new ContinuumProjection(function(formula, x.length)).of(x);
  }

  private static PointFunction function(String formula, int d) {
    return new PointFunction(
        new SymbolicFormulaCompiler().compile(Formula.of(formula, Arrays.copyOf(NAMES, d))),
        Box.cube(d, -2, 2),
        () -> false);
  }

  /** A circle of minima: the foot of a point beside it is on the same ray, up to squares. */
  @ParameterizedTest
  @ValueSource(doubles = {-1e-2, -1e-5, -1e-9, 0, 1e-12, 1e-6, 1e-3})
  void findsTheFootOnACircle(double beside) {
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double c = Math.cos(angle);
      double s = Math.sin(angle);

      Projection foot =
          project("(x^2 + y^2 - 1)^2", (1 + beside) * c, (1 + beside) * s).orElseThrow();

      assertThat(foot.zero()).isEqualTo(1);
      assertThat(foot.negative()).isZero();
      assertThat(foot.x()[0]).isCloseTo(c, within(1e-14));
      assertThat(foot.x()[1]).isCloseTo(s, within(1e-14));
    }
  }

  @Test
  void countsTheSignsOfTheOtherEigenvalues() {
    Projection saddle = project("(x^2 + y^2 - 1)^2 - z^2", 0.6, 0.8000001, 1e-7).orElseThrow();

    assertThat(saddle.negative()).isEqualTo(1);
    assertThat(saddle.zero()).isEqualTo(1);
    assertThat(saddle.x()[2]).isZero();

    Projection surface = project("(x^2 + y^2 + z^2 - 1)^2", 0.48, 0.6, 0.640001).orElseThrow();

    assertThat(surface.negative()).isZero();
    assertThat(surface.zero()).isEqualTo(2);
  }

  @Test
  void hasNoAnswerAtIsolatedPoints() {
    assertThat(project("x^2/2 + y^4/4 - y^2/2", 1e-7, 1 - 1e-6)).isEmpty();
    assertThat(project("x^2/2 + y^4/4 - y^2/2", 1e-7, 1e-6)).isEmpty();
  }

  /** A minimum along a valley whose curvature is neither large nor zero. */
  @Test
  void hasNoAnswerWhereAnEigenvalueIsInDoubt() {
    assertThat(project("x^2 + 1e-5*y^2", 1e-9, 1e-9)).isEmpty();
    assertThat(project("x^2 + y^4", 1e-9, 2e-3)).isEmpty();
  }

  @Test
  void hasNoAnswerWhereTheGradientDoesNotVanish() {
    assertThat(project("x^2 + 1e-8*y", 0.1, 0.2)).isEmpty();
    assertThat(project("x^2 + y^3", 0.1, 1.0)).isEmpty();
    assertThat(project("(x^2 + y^2 - 1)^2", 0, 0)).isEmpty();
  }

  @Test
  void hasNoAnswerWhereNothingIsDefined() {
    assertThat(project("(x^2 + y^2 - 1)^2 + log(x)", -1, 0.1)).isEmpty();
    assertThat(project("1/x + y^2", 0, 0.1)).isEmpty();
  }
}
