package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class ContractionBallsTest {
  private static final String LEE = "x^2/2 + y^4/4 - y^2/2";
  private static final int ACROSS = 401;
  private static final int LANES = ACROSS * ACROSS;

  /** Both minima are in balls, the saddle between them is not. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.08, 0.4})
  void ballsAreAroundMinimaAlone(double alpha) {
    double[][] points = {{0, 0, 0, 0, Double.NaN}, {1, -1, 0, 1e-3, 1}};
    double[] outside = new double[5];

    assertThat(balls(LEE, alpha).contain(points, 5, outside, new double[5])).isFalse();
    assertThat(outside[0]).isZero();
    assertThat(outside[1]).isZero();
    assertThat(outside[2]).isPositive();
    assertThat(outside[3]).isPositive();
    assertThat(outside[4]).isNaN();
  }

  /** The steps and gradients of Lee's function in closed form, from all points of a grid. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.08, 0.4})
  void runsStayInBallsAndTheirGradientsShrink(double alpha) {
    ContractionBalls balls = balls(LEE, alpha);
    double[][] x = grid();
    double[] outside = new double[LANES];
    balls.contain(x, LANES, outside, new double[LANES]);
    double[][] next = new double[2][LANES];
    for (int i = 0; i < LANES; i++) {
      next[0][i] = x[0][i] - alpha * x[0][i];
      next[1][i] = x[1][i] - alpha * slope(x[1][i]);
    }
    double[] later = new double[LANES];
    balls.contain(next, LANES, later, new double[LANES]);
    int inside = 0;
    for (int i = 0; i < LANES; i++) {
      if (outside[i] == 0) {
        inside++;
        assertThat(later[i]).isZero();
        assertThat(Math.hypot(next[0][i], slope(next[1][i])))
            .isLessThanOrEqualTo(Math.hypot(x[0][i], slope(x[1][i])));
      }
    }
    assertThat(inside).isBetween(100, LANES / 10);
  }

  @ParameterizedTest
  @CsvSource({
    "x^2/2 - y^2/2, 0.1", // no minimum
    "x^4 + y^4, 0.1", // no contraction there
    "x^2 + 10*y^2, 0.12", // diverges
    "0*x + y^2, 0.1" // a line of minima
  })
  void noBallIsWhereThereIsNoContraction(String formula, double alpha) {
    assertThat(balls(formula, alpha).isEmpty()).isTrue();
  }

  @Test
  void noBallIsSoughtWhereNoGradientEndsARun() {
    assertThat(balls(LEE, 0.08, -1).isEmpty()).isTrue();
    assertThat(balls(LEE, 0.08, 1e-10).isEmpty()).isFalse();
  }

  private static double slope(double y) {
    return y * y * y - y;
  }

  private static double[][] grid() {
    double[][] x = new double[2][LANES];
    for (int i = 0; i < LANES; i++) {
      x[0][i] = -2 + 4.0 * (i % ACROSS) / (ACROSS - 1);
      x[1][i] = -2 + 4.0 * (i / ACROSS) / (ACROSS - 1);
    }
    return x;
  }

  private static ContractionBalls balls(String formula, double alpha) {
    return balls(formula, alpha, 1e-10);
  }

  private static ContractionBalls balls(String formula, double alpha, double tolerance) {
    Experiment experiment =
        new Experiment(
            new SymbolicFormulaCompiler()
                .compile(Formula.of(formula, "x", "y"), Landscape.on(Box.cube(2, -2, 2))),
            FixedStep.gradientDescent(alpha),
            new CubeStart(),
            new StopRule(tolerance, 10_000, 1e8, Optional.empty()),
            7);
    return ContractionBalls.of(experiment, DescentBounds.of(experiment).orElseThrow());
  }
}
