package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;

class IntervalVectorTest {
  private static final IntervalVector BOX =
      IntervalVector.of(new Box(new double[] {0, -2}, new double[] {1, 2}));

  @Test
  void aBoxIsTakenAsItIs() {
    assertThat(BOX).isEqualTo(IntervalVector.of(new Interval(0, 1), new Interval(-2, 2)));
    assertThat(BOX).hasToString("[0.0, 1.0] x [-2.0, 2.0]");
    assertThat(BOX.midpoint()).containsExactly(0.5, 0);
    assertThat(BOX.width()).isEqualTo(4);
    assertThat(BOX.volume()).isEqualTo(4);
    assertThat(BOX.contains(1, -2)).isTrue();
    assertThat(BOX.contains(1, Math.nextUp(2.0))).isFalse();
  }

  @Test
  void theWidestComponentIsHalved() {
    assertThat(BOX.bisected())
        .containsExactly(
            IntervalVector.of(new Interval(0, 1), new Interval(-2, 0)),
            IntervalVector.of(new Interval(0, 1), new Interval(0, 2)));
    assertThat(BOX.bisected(0).get(1).get(0)).isEqualTo(new Interval(0.5, 1));
  }

  @Test
  void setsOfPoints() {
    IntervalVector shifted = BOX.plus(IntervalVector.point(0.5, 3));
    assertThat(shifted).isEqualTo(IntervalVector.of(new Interval(0.5, 1.5), new Interval(1, 5)));
    assertThat(BOX.intersection(shifted))
        .isEqualTo(IntervalVector.of(new Interval(0.5, 1), new Interval(1, 2)));
    assertThat(BOX.hull(shifted))
        .isEqualTo(IntervalVector.of(new Interval(0, 1.5), new Interval(-2, 5)));
    IntervalVector apart = BOX.intersection(IntervalVector.point(5, 0));
    assertThat(apart.isEmpty()).isTrue();
    assertThat(apart.volume()).isZero();
    assertThat(BOX.contains(apart)).isTrue();
    assertThat(BOX.hull(apart)).isEqualTo(BOX);
    assertThat(BOX.contains(BOX)).isTrue();
    assertThat(BOX.isInteriorTo(BOX)).isFalse();
    assertThat(BOX.isInteriorTo(BOX.inflated(0, Double.MIN_VALUE))).isTrue();
    assertThat(BOX.inflated(0.25, 1))
        .isEqualTo(IntervalVector.of(new Interval(-1.25, 2.25), new Interval(-4, 4)));
    assertThat(IntervalVector.of(Interval.NON_NEGATIVE).inflated(0, 1).get(0).low()).isEqualTo(-1);
  }

  @Test
  void products() {
    assertThat(BOX.dot(IntervalVector.point(2, -1))).isEqualTo(new Interval(-2, 4));
    assertThat(BOX.times(Interval.point(-2)).minus(BOX).get(1)).isEqualTo(new Interval(-6, 6));
  }

  @Test
  void lengthsMustAgree() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> BOX.plus(IntervalVector.point(1)))
        .withMessage("a vector of 2 components meets one of 1");
    assertThatIllegalArgumentException().isThrownBy(IntervalVector::of);
  }
}
