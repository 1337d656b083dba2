package org.separatrix.core.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.core.census.SeparableCensus;

class CertifierTest {
  private static final String COUPLED =
      "sum(i, 1, n, x[i]^4/4 - x[i]^2/2) + sum(i, 1, n, sum(j, 1, n, sin(x[i]*x[j])))/10";

  /** H = diag(1, 3 y^2 - 1) and D^3 f = 6 y. */
  @Test
  void boundsTheHessianOfLee() {
    Certifier certifier = Cases.certifier(Cases.LEE, Cases.SQUARE);

    assertThat(certifier.lipschitz().lower()).isCloseTo(11, within(0.11));
    assertThat(certifier.lipschitz().upper()).isBetween(11.0, 11.11);
    assertThat(certifier.smallestEigenvalue().lower()).isBetween(-1.02, -1.0);
    assertThat(certifier.largestEigenvalue().upper()).isBetween(11.0, 11.11);
    assertThat(certifier.hessianLipschitz().orElseThrow().upper()).isBetween(12.0, 12.2);
    assertThat(Cases.certifier(Cases.LEE, Box.cube(2, -1, 1)).lipschitz().upper()).isLessThan(2.1);
  }

  @Test
  void countsWhatItCannotList() {
    SeparableCensus census =
        Cases.certifier(Cases.formula("sum(i, 1, n, x[i]^4/4 - x[i]^2/2)", 40), Box.cube(40, -2, 2))
            .census(1)
            .orElseThrow();

    assertThat(census.isComplete()).isTrue();
    assertThat(census.count()).isEqualTo(BigInteger.valueOf(3).pow(40));
    assertThat(census.countsByIndex().get(0)).isEqualTo(BigInteger.TWO.pow(40));
    assertThat(census.points(KnownPoints.MOST_LISTED)).isEmpty();
  }

  /** An objective in Java has no derivatives that could be enclosed. */
  @Test
  void doesNotCertifyCode() {
    PointObjective bowl =
        new PointObjective() {
          @Override
          public int dimension() {
            return 2;
          }

          @Override
          protected double value(double[] x) {
            return (x[0] * x[0] + x[1] * x[1]) / 2;
          }

          @Override
          protected void gradient(double[] x, double[] g) {
            System.arraycopy(x, 0, g, 0, 2);
          }
        };

    assertThat(Certifier.of(bowl, Cases.SQUARE, Cases.effort(() -> false))).isEmpty();
    assertThat(Certifier.of(Cases.LEE, Cases.SQUARE, Cases.effort(() -> false))).isPresent();
  }

  @Test
  void leavesLargeObjectivesAlone() {
    assertThat(certifies("sum(i, 1, n, x[i]^2)", 64)).isTrue();
    assertThat(certifies("sum(i, 1, n, x[i]^2)", 65)).isFalse();
    assertThat(certifies(COUPLED, 10)).isTrue();
    assertThat(certifies(COUPLED, 24)).isFalse();
  }

  @Test
  void takesNoCensusOfManyMixedVariables() {
    String ring = "-sum(i, 1, n-1, cos(x[i] - x[i+1])) - cos(x[n] - x[1])";

    assertThat(Cases.certifier(Cases.formula(ring, 7), Box.cube(7, -1, 1)).census(1)).isEmpty();
    assertThat(
            Cases.certifier(Cases.formula(COUPLED, 2), Box.cube(2, -1, 1)).census(1).orElseThrow())
        .matches(SeparableCensus::isComplete);
  }

  /** The limit in boxes, not that in time, ends the work where a box is expensive. */
  @Test
  void examinesFewerBoxesOfMixedVariables() {
    Certifier planar = Cases.certifier(Cases.LEE, Cases.SQUARE);
    Certifier coupled = Cases.certifier(Cases.formula(COUPLED, 8), Box.cube(8, -2, 2));

    assertThat(planar.scaledEffort().boxes()).isEqualTo(20_000);
    assertThat(coupled.scaledEffort().boxes()).isEqualTo(20_000 / 64);
    assertThat(coupled.lipschitz().boxes()).isLessThanOrEqualTo(20_000 / 64 + 2);
  }

  private static boolean certifies(String formula, int dimension) {
    return Certifier.of(
            Cases.formula(formula, dimension),
            Box.cube(dimension, -2, 2),
            Cases.effort(() -> false))
        .isPresent();
  }
}
