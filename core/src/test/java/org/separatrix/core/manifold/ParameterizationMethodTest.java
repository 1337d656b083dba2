package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.compiled;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.nesterov;
import static org.separatrix.core.manifold.Examples.planar;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParameterizationMethodTest {
  /** log(1 + x^2) gives the eigenvalue 2, cos y the eigenvalue -1; the rest is of third order. */
  private static final String ELEMENTARY =
      "log(1 + x^2) + cos(y) + tan(x^2*y) + tanh(x*y^2 + y^3)/3 + exp(x^2*y)/2"
          + " + sqrt(1 + x^3) + 1/(2 + x*y^2) + sin(x)*x*y + (1 + x*x*y)^1.7";

  @ParameterizedTest
  @CsvSource({"0.1, 2, 1, 0.7", "0.25, 1.5, 0.5, -0.4", "0.4, 4, 2, 1", "0.05, 0.3, 3, 2"})
  void hasTheCurvatureOfTheMapAndNotOfTheFlow(double alpha, double lambda, double gamma, double b) {
    String text = "%s*x^2/2 - %s*y^2/2 + %s*x^2*y".formatted(lambda, gamma, b);
    LocalManifold manifold =
        new ParameterizationMethod(planar(text, descent(alpha)), 6).stable(0, 0);
    double mu = 1 - alpha * lambda;
    double h2 = alpha * b / (1 + alpha * gamma - mu * mu);
    double h4 = -4 * alpha * b * mu * h2 * h2 / (1 + alpha * gamma - Math.pow(mu, 4));
    // x = s + p s^3 + ..., y = h2 x^2 + h4 x^4
    PolynomialMap k = manifold.embedding();
    double p = k.coefficient(0, 3);
    assertThat(k.coefficient(0, 1)).isEqualTo(1);
    assertThat(k.coefficient(1, 2)).isCloseTo(h2, within(1e-14 * Math.abs(h2)));
    assertThat(k.coefficient(1, 4) - 2 * p * h2).isCloseTo(h4, within(1e-13 * Math.abs(h4)));
    double flow = b / (gamma + 2 * lambda);
    assertThat(Math.abs(k.coefficient(1, 2) / flow - 1)).isGreaterThan(1e-3);
    assertThat(manifold.resonances()).isEmpty();
  }

  @Test
  void findsTheUnstableManifoldOfLeesSaddle() {
    double alpha = 0.1;
    LocalManifold manifold =
        new ParameterizationMethod(planar(Examples.LEE, descent(alpha)), 21).unstable(0, 0);
    double s = 0.3;
    // Koenigs: K(s) = lim F^k(s / mu^k), on the y axis.
    double y = s / Math.pow(1 + alpha, 400);
    for (int k = 0; k < 400; k++) {
      y += alpha * (y - y * y * y);
    }
    assertThat(manifold.evaluate(s)[0]).isZero();
    assertThat(manifold.evaluate(s)[1]).isCloseTo(y, within(1e-13));
    assertThat(manifold.multipliers().get(0).re()).isCloseTo(1.1, within(1e-15));
  }

  @ParameterizedTest
  @CsvSource({"3", "6", "9"})
  void leavesAResidualOfTheNextOrder(int order) {
    for (MethodMap map :
        new MethodMap[] {
          planar(ELEMENTARY, descent(0.2)),
          planar(ELEMENTARY, heavyBall(0.2, 0.5)),
          planar(ELEMENTARY, nesterov(0.2, 0.5))
        }) {
      ParameterizationMethod method = new ParameterizationMethod(map, order);
      for (LocalManifold manifold :
          new LocalManifold[] {method.stable(0, 0), method.unstable(0, 0)}) {
        double r = Math.pow(10, -9.0 / (order + 1));
        double ratio = manifold.residualOver(r) / manifold.residualOver(r / 2);
        assertThat(Math.log(ratio) / Math.log(2)).isCloseTo(order + 1, within(0.5));
      }
    }
  }

  @Test
  void keepsResonantTermsAndNamesThem() {
    // multipliers 0.8 and 0.8^2 at step 0.1, coupled by x^2 y
    LocalManifold resonant = inSpace("x^2 + 1.8*y^2 - z^2/2 + x^2*y + x^2*z + y*z^2");
    assertThat(resonant.resonances()).hasSize(1);
    Resonance resonance = resonant.resonances().get(0);
    assertThat(resonance.exponents()).containsExactly(2, 0);
    assertThat(resonance.target()).isEqualTo(1);
    assertThat(resonance.gap()).isLessThan(1e-15);
    assertThat(resonance.coefficient()).isCloseTo(0.1, within(1e-15));
    assertThat(resonance)
        .hasToString("mu1^2 = 0.640000 is near mu2 = 0.640000 (coefficient 0.100)");
    assertThat(resonant.conjugate().coefficient(1, 2, 0)).isCloseTo(-0.1, within(1e-15));
    assertThat(resonant.residualOver(0.03)).isLessThan(1e-13);

    LocalManifold near = inSpace("x^2 + 1.8001*y^2 - z^2/2 + x^2*y + x^2*z + y*z^2");
    assertThat(near.resonances()).hasSize(1);
    assertThat(near.residualOver(0.03)).isLessThan(1e-13);

    LocalManifold free = inSpace("x^2 + 1.7*y^2 - z^2/2 + x^2*y + x^2*z + y*z^2");
    assertThat(free.resonances()).isEmpty();
    assertThat(free.conjugate().coefficient(1, 2, 0)).isZero();
    assertThat(free.residualOver(0.03)).isLessThan(1e-13);
  }

  private static LocalManifold inSpace(String text) {
    return new ParameterizationMethod(
            new MethodMap(compiled(text, "x", "y", "z"), descent(0.1)), 10)
        .stable(0, 0, 0);
  }

  @Test
  void keepsTheTwistOfAWeaklyDampedPair() {
    // |mu|^2 = beta is so close to 1 that mu^2 times its conjugate is nearly mu.
    LocalManifold manifold =
        new ParameterizationMethod(planar(Examples.CURVED, heavyBall(0.1, 0.9999)), 7).stable(0, 0);
    assertThat(manifold.resonances()).isNotEmpty();
    assertThat(manifold.resonances()).allMatch(resonance -> resonance.gap() < 1e-3);
    double twist = 0;
    for (int i = 0; i < 3; i++) {
      twist += Math.abs(manifold.conjugate().coefficient(i, 3, 0, 0));
    }
    assertThat(twist).isGreaterThan(1e-4);
    double ratio = manifold.residualOver(0.1) / manifold.residualOver(0.05);
    assertThat(Math.log(ratio) / Math.log(2)).isCloseTo(8, within(0.7));
  }

  @Test
  void copesWithADirectionThatCollapses() {
    // alpha lambda = 1: the multiplier is 0 and so are all its powers.
    LocalManifold manifold =
        new ParameterizationMethod(planar("x^2 - y^2/2 + x^2*y + x^3", descent(0.5)), 10)
            .stable(0, 0);
    assertThat(manifold.resonances()).isNotEmpty();
    assertThat(manifold.residualOver(0.02)).isLessThan(1e-13);
  }

  @Test
  void countsTheDimensionsOfHeavyBall() {
    LocalManifold manifold =
        new ParameterizationMethod(planar(Examples.LEE, heavyBall(0.1, 0.9)), 8).stable(0, 0);
    assertThat(manifold.dimension()).isEqualTo(3);
    assertThat(manifold.multipliers().stream().filter(mu -> !mu.isReal())).hasSize(2);
    // roots of z^2 - (1.9 - 0.1 lambda) z + 0.9
    assertThat(manifold.multipliers().get(0).modulus()).isCloseTo(Math.sqrt(0.9), within(1e-14));
    assertThat(manifold.otherMultipliers()).hasSize(1);
    assertThat(manifold.otherMultipliers().get(0).re())
        .isCloseTo(1 + Math.sqrt(0.1), within(1e-14));
    assertThat(manifold.residualOver(0.1)).isLessThan(1e-8);
  }

  @Test
  void worksInSixDimensions() {
    StringBuilder text = new StringBuilder("-u^2/2 + exp(u*v/3)*(x*y*z + v*w)/5 + u*(x^2 + w^2)/4");
    String[] names = {"u", "v", "w", "x", "y", "z"};
    for (int i = 1; i < 6; i++) {
      text.append(" + %s*%s^2".formatted(0.7 + 0.31 * i, names[i]));
    }
    LocalManifold manifold =
        new ParameterizationMethod(
                new MethodMap(compiled(text.toString(), names), descent(0.17)), 5)
            .stable(0, 0, 0, 0, 0, 0);
    assertThat(manifold.dimension()).isEqualTo(5);
    double ratio = manifold.residualOver(0.1) / manifold.residualOver(0.05);
    assertThat(Math.log(ratio) / Math.log(2)).isCloseTo(6, within(0.5));
  }

  /** A Hessian of small numbers is not singular. */
  @Test
  void theUnitOfLengthDoesNotMatter() {
    String wide = "1e-12*x^2/2 - 1e-12*y^2/2 + 0.7e-18*x^2*y";
    LocalManifold manifold =
        new ParameterizationMethod(planar(wide, descent(1e11)), 6).stable(0, 0);
    double h2 = 0.1 * 0.7 / (1.1 - 0.81) * 1e-6;
    assertThat(manifold.embedding().coefficient(1, 2)).isCloseTo(h2, within(1e-14 * h2));
  }

  @Test
  void saysWhatIsMissing() {
    ParameterizationMethod lee = new ParameterizationMethod(planar(Examples.LEE, descent(0.1)), 5);
    assertThatThrownBy(() -> lee.unstable(0, 1))
        .hasMessage(
            "no direction at the critical point is unstable: the multipliers are"
                + " [0.900000, 0.800000]");
    assertThatThrownBy(() -> lee.stable(0.4, 0.4))
        .hasMessageStartingWith("Newton's method finds no non-degenerate critical point near");
    // z^2 - (1 + beta - alpha) z + beta has a double root
    double beta = 0.25;
    double alpha = 1 + beta - 2 * Math.sqrt(beta);
    ParameterizationMethod critical =
        new ParameterizationMethod(planar(Examples.LEE, heavyBall(alpha, beta)), 5);
    assertThatThrownBy(() -> critical.stable(0, 0))
        .hasMessageStartingWith("the linearization has a multiple eigenvalue");
    assertThatThrownBy(() -> new Monomials(12, 30)).hasMessageContaining("too large");
  }
}
