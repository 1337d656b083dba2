package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.planar;

import java.math.BigDecimal;
import java.math.MathContext;
import org.junit.jupiter.api.Test;

class LocalManifoldTest {
  private static final MathContext DIGITS = new MathContext(34);

  @Test
  void agreesWithABisectionInHighPrecision() {
    LocalManifold manifold =
        new ParameterizationMethod(planar(Examples.CURVED, descent(0.1)), 14).stable(0, 0);
    for (double x : new double[] {0.1, 0.25}) {
      double y = bisected(x, 0);
      assertThat(graph(manifold, x)).isCloseTo(y, within(1e-11));
      // the curve of the gradient flow
      assertThat(Math.abs(0.7 / 5 * x * x - y)).isGreaterThan(1e-2 * y);
    }
  }

  @Test
  void agreesWithABisectionOnTheSliceOfHeavyBall() {
    MethodMap map = planar(Examples.CURVED, heavyBall(0.1, 0.6));
    LocalManifold manifold = new ParameterizationMethod(map, 12).stable(0, 0);
    ManifoldCoordinates coordinates = new ManifoldCoordinates(manifold, 1, 1);
    for (double x : new double[] {0.07, 0.15}) {
      double y = bisected(x, 0.6);
      assertThat(y).isGreaterThan(1e-4);
      double t = coordinates.of(map.resting(x, y)).orElseThrow().t()[0];
      assertThat(t).isCloseTo(0, within(1e-10));
      double off = coordinates.of(map.resting(x, y + 1e-6)).orElseThrow().t()[0];
      assertThat(Math.abs(off)).isGreaterThan(1e-7);
    }
  }

  /** Finds y such that the start (x, y) goes neither up nor down, by arithmetic of its own. */
  private static double bisected(double x, double beta) {
    BigDecimal low = new BigDecimal("-1");
    BigDecimal high = new BigDecimal("1");
    for (int i = 0; i < 50; i++) {
      BigDecimal middle = low.add(high).divide(BigDecimal.valueOf(2), DIGITS);
      if (goesUp(BigDecimal.valueOf(x), middle, BigDecimal.valueOf(beta))) {
        high = middle;
      } else {
        low = middle;
      }
    }
    return low.doubleValue();
  }

  /** x^2 - y^2/2 + 0.7 x^2 y at step 0.1 with momentum. */
  private static boolean goesUp(BigDecimal x0, BigDecimal y0, BigDecimal beta) {
    BigDecimal alpha = new BigDecimal("0.1");
    BigDecimal x = x0;
    BigDecimal y = y0;
    BigDecimal lastX = x0;
    BigDecimal lastY = y0;
    for (int i = 0; i < 100_000; i++) {
      BigDecimal gx =
          x.multiply(BigDecimal.valueOf(2).add(new BigDecimal("1.4").multiply(y)), DIGITS);
      BigDecimal gy = new BigDecimal("0.7").multiply(x.multiply(x, DIGITS), DIGITS).subtract(y);
      BigDecimal nextX =
          x.subtract(alpha.multiply(gx)).add(beta.multiply(x.subtract(lastX)), DIGITS);
      BigDecimal nextY =
          y.subtract(alpha.multiply(gy)).add(beta.multiply(y.subtract(lastY)), DIGITS);
      lastX = x;
      lastY = y;
      x = nextX;
      y = nextY;
      if (y.abs().doubleValue() > 1.5) {
        return y.signum() > 0;
      }
    }
    throw new AssertionError("undecided");
  }

  /** Returns the ordinate of the curve at an abscissa. */
  private static double graph(LocalManifold manifold, double x) {
    double s = x;
    for (int i = 0; i < 30; i++) {
      s -= (manifold.evaluate(s)[0] - x) / manifold.embedding().derivative(s)[0][0];
    }
    return manifold.evaluate(s)[1];
  }

  @Test
  void touchesTheStableSubspaceQuadratically() {
    LocalManifold manifold =
        new ParameterizationMethod(planar(Examples.CURVED, descent(0.1)), 10).stable(0, 0);
    double ratio = graph(manifold, 1e-3) / graph(manifold, 5e-4);
    assertThat(Math.log(ratio) / Math.log(2)).isCloseTo(2, within(1e-5));
  }

  @Test
  void keepsStartsAsLongAsTheResidualPredicts() {
    MethodMap map = planar(Examples.CURVED, descent(0.1));
    int previous = 0;
    for (int order : new int[] {1, 3, 5, 7, 9}) {
      LocalManifold manifold = new ParameterizationMethod(map, order).stable(0, 0);
      double[] s = {0.1};
      double growth = manifold.otherMultipliers().get(0).re();
      // The unstable components of the residuals along the way, discounted to the start.
      double offset = 0;
      double[] at = s;
      for (int k = 0; k < 60; k++) {
        double[] image = map.apply(manifold.evaluate(at));
        at = manifold.conjugate().evaluate(at);
        offset += (image[1] - manifold.evaluate(at)[1]) / Math.pow(growth, k + 1);
      }
      double radius = 0.05;
      double predicted = Math.log(radius / Math.abs(offset)) / Math.log(growth);
      double[] state = manifold.evaluate(s);
      int steps = 0;
      while (steps < 10 || Vectors.norm(state) < radius) {
        state = map.apply(state);
        steps++;
      }
      assertThat((double) steps).isCloseTo(predicted, within(3.0));
      assertThat(steps).isGreaterThan(previous + 5);
      previous = steps;
    }
  }

  @Test
  void rejectsAWrongCoefficient() {
    LocalManifold right =
        new ParameterizationMethod(planar(Examples.HIMMELBLAU, descent(0.01)), 10)
            .stable(0.086678, 2.884255);
    double radius = right.radius(1e-12);
    assertThat(radius).isGreaterThan(1e-2);
    assertThat(right.residualOver(radius)).isLessThanOrEqualTo(1e-12);
    assertThat(right.residualOver(1.1 * radius)).isGreaterThan(1e-12);
    for (int power = 1; power <= 4; power++) {
      double[][] coefficients = right.embedding().coefficients();
      coefficients[0][power] += 1e-4;
      LocalManifold wrong =
          new LocalManifold(
              right.map(),
              right.multipliers(),
              new PolynomialMap(right.embedding().monomials(), coefficients),
              right.conjugate(),
              right.complement(),
              right.otherMultipliers(),
              right.resonances());
      assertThat(wrong.residualOver(radius)).isGreaterThan(1e-11);
      assertThat(wrong.radius(1e-12)).isLessThan(0.8 * radius);
    }
  }
}
