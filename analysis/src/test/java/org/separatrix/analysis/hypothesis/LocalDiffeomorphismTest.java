package org.separatrix.analysis.hypothesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;

class LocalDiffeomorphismTest {
  private static final Problem LEE = Functions.lee();

  @Test
  void gradientDescentBelowOneOverL() {
    assertThat(LocalDiffeomorphism.check(LEE, Methods.gradientDescent(0.08)))
        .isEqualTo(new Hypothesis("alpha < 1/L", Status.DECLARED, "0.88 < 1"));
  }

  @Test
  void gradientDescentAboveOneOverL() {
    assertThat(LocalDiffeomorphism.check(LEE, Methods.gradientDescent(0.1)))
        .isEqualTo(new Hypothesis("alpha < 1/L", Status.VIOLATED, "1.1 >= 1"));
  }

  @Test
  void equalityIsNotEnough() {
    Problem problem = Functions.withLipschitz(LEE, 10, Status.CERTIFIED);
    assertThat(LocalDiffeomorphism.check(problem, Methods.gradientDescent(0.1)))
        .isEqualTo(new Hypothesis("alpha < 1/L", Status.VIOLATED, "1 >= 1"));
  }

  @Test
  void justBelowEqualityIsWordedAsSuch() {
    Problem problem = Functions.withLipschitz(LEE, 9.99999, Status.CERTIFIED);
    assertThat(LocalDiffeomorphism.check(problem, Methods.gradientDescent(0.1)).detail())
        .startsWith("0.99999")
        .endsWith(" < 1");
  }

  @Test
  void anEstimatedBoundDoesNotCertify() {
    Problem problem = Functions.withLipschitz(LEE, 11, Status.ESTIMATED);
    assertThat(LocalDiffeomorphism.check(problem, Methods.gradientDescent(0.08)).status())
        .isEqualTo(Status.ESTIMATED);
  }

  /** Heavy ball has det = beta whatever alpha and L are. */
  @Test
  void heavyBallIsADiffeomorphismForEveryStep() {
    for (double alpha : new double[] {1e-3, 0.1, 7, 1000}) {
      LinearMethod method = Methods.heavyBall(alpha, 0.9);
      assertThat(LocalDiffeomorphism.check(LEE, method))
          .isEqualTo(
              new Hypothesis(
                  LocalDiffeomorphism.GENERAL, Status.CERTIFIED, "det = 0.9 for every lambda"));
      assertThat(LocalDiffeomorphism.needsNoBound(method)).isTrue();
    }
  }

  @Test
  void heavyBallWithoutMomentumForgetsItsMemory() {
    assertThat(LocalDiffeomorphism.check(LEE, Methods.heavyBall(0.01, 0)).status())
        .isEqualTo(Status.VIOLATED);
  }

  /** Nesterov has det = beta (1 - alpha lambda), zero at lambda = 1/alpha. */
  @Test
  void nesterovNeedsTheSmallStep() {
    assertThat(LocalDiffeomorphism.check(LEE, Methods.nesterov(0.08, 0.5)))
        .isEqualTo(
            new Hypothesis(LocalDiffeomorphism.GENERAL, Status.DECLARED, "|det| >= 0.06, L = 11"));
    assertThat(LocalDiffeomorphism.check(LEE, Methods.nesterov(0.1, 0.5)))
        .isEqualTo(
            new Hypothesis(
                LocalDiffeomorphism.GENERAL, Status.VIOLATED, "zero at lambda = 10, L = 11"));
  }

  @Test
  void withoutABoundOnlyTheConstantDeterminantHolds() {
    Problem problem = new Problem("f", LEE.objective(), LEE.domain(), Optional.empty());
    assertThat(LocalDiffeomorphism.check(problem, Methods.gradientDescent(0.01)).detail())
        .isEqualTo("no L is known");
    assertThat(LocalDiffeomorphism.check(problem, Methods.heavyBall(0.01, 0.5)).status())
        .isEqualTo(Status.CERTIFIED);
  }

  @Test
  void aDeclaredLinearizationIsSampled() {
    var gradientDescent =
        Methods.declaring(0.08, Optional.of(lambda -> new double[][] {{1 - 0.08 * lambda}}), false);
    assertThat(LocalDiffeomorphism.check(LEE, gradientDescent))
        .isEqualTo(new Hypothesis("alpha < 1/L", Status.ESTIMATED, "0.88 < 1"));

    var bent =
        Methods.declaring(
            0.1, Optional.of(lambda -> new double[][] {{1 - lambda * lambda / 4}}), true);
    Hypothesis hypothesis = LocalDiffeomorphism.check(LEE, bent);
    assertThat(hypothesis.status()).isEqualTo(Status.VIOLATED);
    assertThat(hypothesis.detail()).isEqualTo("zero near lambda = -2, L = 11");

    assertThat(
            LocalDiffeomorphism.check(LEE, Methods.declaring(0.1, Optional.empty(), true)).detail())
        .isEqualTo("no linearization is known");
  }
}
