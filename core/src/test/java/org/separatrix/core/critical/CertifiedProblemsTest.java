package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** What becomes of a bound on L that is given, where one is certified: L of Lee is 11. */
class CertifiedProblemsTest {
  private static final Objective LEE = formula("x^2/2 + y^4/4 - y^2/2");
  private static final Box SQUARE = Box.cube(2, -2, 2);

  @Test
  void withoutAClaimTheCertifiedBoundCounts() {
    LipschitzBound bound = bound(LEE, SQUARE, OptionalDouble.empty());

    assertThat(bound.status()).isEqualTo(Status.CERTIFIED);
    assertThat(bound.value()).isBetween(11.0, 11.11);
  }

  @Test
  void oneIntervalIsForEveryCoordinate() {
    assertThat(bound(LEE, Box.cube(1, -2, 2), OptionalDouble.empty()))
        .isEqualTo(bound(LEE, SQUARE, OptionalDouble.empty()));
  }

  @Test
  void anExactClaimIsConfirmed() {
    LipschitzBound lee = bound(LEE, SQUARE, OptionalDouble.of(11));

    assertThat(lee.status()).isEqualTo(Status.CERTIFIED);
    assertThat(lee.value()).isBetween(11.0, 11 * (1 + 1e-9));
    double exact = 286 + 8 * Math.sqrt(26);
    LipschitzBound himmelblau =
        bound(
            formula("(x^2 + y - 11)^2 + (x + y^2 - 7)^2"),
            Box.cube(2, -5, 5),
            OptionalDouble.of(exact));
    assertThat(himmelblau.status()).isEqualTo(Status.CERTIFIED);
    assertThat(himmelblau.value()).isBetween(exact, exact * (1 + 1e-9));
  }

  @Test
  void theGradientOfAnAffineFunctionDoesNotChange() {
    assertThat(bound(formula("2*x - y"), SQUARE, OptionalDouble.empty()))
        .isEqualTo(new LipschitzBound(0, Status.CERTIFIED));
  }

  @Test
  void aLooseClaimIsTrueAndStays() {
    assertThat(bound(LEE, SQUARE, OptionalDouble.of(20)))
        .isEqualTo(new LipschitzBound(20, Status.CERTIFIED));
  }

  @Test
  void aRefutedClaimOfTheStudyIsAMistake() {
    assertThatThrownBy(() -> bound(LEE, SQUARE, OptionalDouble.of(10.9)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("lipschitz is 10.9, but the Hessian has the norm 11.0 at [")
        .hasMessageContaining("Maybe leave the key out: L is certified to be at most 11.");
    assertThatThrownBy(() -> bound(LEE, SQUARE, OptionalDouble.of(10.9999)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A claim that interval arithmetic can neither confirm nor refute stays a claim. */
  @Test
  void aClaimThatStaysOpenIsDeclared() {
    Effort one = Effort.standard().withBoxes(1);
    Problem problem =
        Problems.complete(
            "f",
            formula("sin(x*y)*exp(x - y)"),
            Optional.of(SQUARE),
            OptionalDouble.of(500),
            1,
            Optional.of(one));

    assertThat(problem.lipschitz()).contains(new LipschitzBound(500, Status.DECLARED));
  }

  @Test
  void withoutEffortAClaimIsDeclared() {
    Problem problem =
        Problems.complete(
            "lee", LEE, Optional.of(SQUARE), OptionalDouble.of(1), 1, Optional.empty());

    assertThat(problem.lipschitz()).contains(new LipschitzBound(1, Status.DECLARED));
  }

  private static LipschitzBound bound(Objective objective, Box box, OptionalDouble claim) {
    return Problems.complete(
            "f", objective, Optional.of(box), claim, 1, Optional.of(Effort.standard()))
        .lipschitz()
        .orElseThrow();
  }

  private static Objective formula(String text) {
    return new SymbolicFormulaCompiler().compile(new Formula(text, List.of("x", "y"), Map.of()));
  }
}
