package org.separatrix.core.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

class InvariantStepsTest {
  private static final CompiledFormula LEE = Functions.compiled(Functions.LEE, "x", "y");
  private static final IntervalVector BOX = IntervalVector.of(Box.cube(2, -2, 2));

  /** |y - alpha (y^3 - y)| <= 2 on [-2, 2] exactly if alpha <= 2/3, wherever the search begins. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 0.08, 0.6, 2.0 / 3, 1, 50})
  void leesBoxIsInvariantUpToTwoThirds(double alpha) {
    InvariantSteps steps =
        InvariantSteps.of(Steps.gradientDescent(alpha), LEE, BOX, Effort.standard());

    assertThat(steps.proven().orElseThrow()).isLessThanOrEqualTo(2.0 / 3);
    assertThat(steps.proven().orElseThrow()).isCloseTo(2.0 / 3, within(1e-6));
    assertThat(steps.leaving().orElseThrow()).isGreaterThan(2.0 / 3);
    assertThat(steps.leaving().orElseThrow()).isCloseTo(2.0 / 3, within(1e-5));
  }

  @Test
  void anEnclosureAloneGivesTheSame() {
    InvariantSteps steps =
        InvariantSteps.of(
            Steps.gradientDescent(0.1), new IntervalFormula(LEE), BOX, Effort.standard());

    assertThat(steps.proven().orElseThrow()).isCloseTo(2.0 / 3, within(1e-6));
  }

  /** A state whose two vectors are different corners is moved on in the same direction. */
  @Test
  void heavyBallLeavesWithEveryStep() {
    InvariantSteps steps =
        InvariantSteps.of(Steps.heavyBall(0.05, 0.9), LEE, BOX, Effort.standard());

    assertThat(steps.proven()).isEmpty();
    assertThat(steps.leaving()).isPresent();
  }

  /** f falls outward, so every step leads out of the box. */
  @Test
  void noStepKeepsWhatFallsOutward() {
    CompiledFormula concave = Functions.compiled("-x^2", "x");
    InvariantSteps steps =
        InvariantSteps.of(
            Steps.gradientDescent(0.1),
            concave,
            IntervalVector.of(Box.cube(1, -1, 1)),
            Effort.standard());

    assertThat(steps.proven()).isEmpty();
    assertThat(steps.leaving()).isPresent();
  }

  @Test
  void aScaledMethodHasTheStepThatIsAskedFor() {
    assertThat(ScaledMethod.size(Steps.heavyBall(0.05, 0.9))).isEqualTo(0.05);
    assertThat(ScaledMethod.of(Steps.heavyBall(0.05, 0.9), 0.3).b()).containsExactly(-0.3, 0);
    assertThat(ScaledMethod.of(Steps.heavyBall(0.05, 0.9), 0.3).a())
        .isDeepEqualTo(Steps.heavyBall(0.05, 0.9).a());
  }

  @Test
  void aClaimedStateIsCheckedFromScratch() {
    IntervalFormula lee = new IntervalFormula(LEE);
    Steps beyond = Steps.gradientDescent(0.7);

    Invariance.Leaves leaves = ForwardInvariance.leaving(beyond, lee, BOX, 0, 2).orElseThrow();
    assertThat(leaves.coordinate()).isEqualTo(1);
    assertThat(leaves.image().get(1).high()).isLessThan(-2);
    // A state that stays, one that is not in the box, and one of another size.
    assertThat(ForwardInvariance.leaving(beyond, lee, BOX, 0, 1)).isEmpty();
    assertThat(ForwardInvariance.leaving(beyond, lee, BOX, 0, 3)).isEmpty();
    assertThat(ForwardInvariance.leaving(beyond, lee, BOX, 2)).isEmpty();
    assertThat(ForwardInvariance.leaving(Steps.gradientDescent(0.6), lee, BOX, 0, 2)).isEmpty();
  }
}
