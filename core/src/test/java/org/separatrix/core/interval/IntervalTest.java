package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

/** Sets, sizes, and the conventions for empty and unbounded intervals. */
class IntervalTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  @Test
  void nothingIsKnownOfAPointThatOverflowed() {
    assertThat(Interval.point(INFINITY)).isEqualTo(Interval.ENTIRE);
    assertThat(Interval.point(Double.NaN)).isEqualTo(Interval.ENTIRE);
    assertThat(Interval.point(3)).isEqualTo(new Interval(3, 3));
  }

  @Test
  void boundsMustBeInOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Interval(2, 1))
        .withMessage(
            "[2.0, 1.0] is no interval: the lower bound exceeds the upper one, or no number lies"
                + " between");
    assertThatIllegalArgumentException().isThrownBy(() -> new Interval(Double.NaN, 1));
  }

  @Test
  void negativeZeroIsZero() {
    assertThat(new Interval(-0.0, -0.0)).isEqualTo(Interval.ZERO);
    assertThat(Interval.ZERO.negated()).isEqualTo(Interval.ZERO);
  }

  @Test
  void sets() {
    Interval x = new Interval(1, 3);
    assertThat(x.intersection(new Interval(2, 5))).isEqualTo(new Interval(2, 3));
    assertThat(x.intersection(new Interval(4, 5))).isEqualTo(Interval.EMPTY);
    assertThat(x.intersection(Interval.EMPTY)).isEqualTo(Interval.EMPTY);
    assertThat(x.hull(new Interval(5, 6))).isEqualTo(new Interval(1, 6));
    assertThat(x.hull(Interval.EMPTY)).isEqualTo(x);
    assertThat(x.contains(3)).isTrue();
    assertThat(x.contains(Math.nextUp(3.0))).isFalse();
    assertThat(Interval.ENTIRE.contains(INFINITY)).isFalse();
    assertThat(x.contains(Interval.EMPTY)).isTrue();
    assertThat(Interval.EMPTY.contains(x)).isFalse();
    assertThat(new Interval(2, 3).isInteriorTo(x)).isFalse();
    assertThat(Interval.point(2).isInteriorTo(x)).isTrue();
    assertThat(Interval.ENTIRE.isInteriorTo(Interval.ENTIRE)).isTrue();
    assertThat(Interval.EMPTY.isInteriorTo(Interval.EMPTY)).isTrue();
  }

  @Test
  void sizes() {
    Interval x = new Interval(-1, 3);
    assertThat(x.width()).isEqualTo(4);
    assertThat(x.midpoint()).isEqualTo(1);
    assertThat(x.radius()).isEqualTo(2);
    assertThat(x.magnitude()).isEqualTo(3);
    assertThat(x.mignitude()).isZero();
    assertThat(new Interval(-5, -2).mignitude()).isEqualTo(2);
    assertThat(new Interval(-Double.MAX_VALUE, Double.MAX_VALUE).midpoint()).isZero();
    assertThat(new Interval(1e308, 1.5e308).midpoint()).isEqualTo(1.25e308);
    assertThat(Interval.point(Double.MIN_VALUE).midpoint()).isEqualTo(Double.MIN_VALUE);
    assertThat(Interval.ENTIRE.midpoint()).isZero();
    assertThat(Interval.NON_NEGATIVE.midpoint()).isEqualTo(Double.MAX_VALUE);
    assertThat(Interval.NON_NEGATIVE.negated().midpoint()).isEqualTo(-Double.MAX_VALUE);
    assertThat(Interval.ENTIRE.radius()).isEqualTo(INFINITY);
    assertThat(Interval.EMPTY.width()).isNaN();
    assertThat(Interval.EMPTY.midpoint()).isNaN();
    assertThat(Interval.EMPTY.radius()).isNaN();
    assertThat(Interval.EMPTY.magnitude()).isNaN();
    assertThat(Interval.EMPTY.mignitude()).isNaN();
  }

  @Test
  void radiusCoversTheIntervalFromItsMidpoint() {
    RandomIntervals random = new RandomIntervals(4);
    for (int i = 0; i < 100_000; i++) {
      Interval x = random.interval();
      double center = x.midpoint();
      assertThat(x.contains(center)).isTrue();
      assertThat(Interval.point(center).inflated(x.radius()).contains(x)).isTrue();
    }
  }

  @Test
  void theEmptySetStaysEmpty() {
    Interval empty = Interval.EMPTY;
    Interval x = new Interval(1, 2);
    assertThat(
            new Interval[] {
              empty.plus(x),
              x.plus(empty),
              x.minus(empty),
              empty.times(x),
              x.times(empty),
              empty.times(2),
              empty.dividedBy(x),
              x.dividedBy(empty),
              empty.reciprocal(),
              empty.squared(),
              empty.power(0),
              empty.power(3),
              empty.power(-2),
              empty.power(1.5),
              empty.sqrt(),
              empty.exp(),
              empty.log(),
              empty.sin(),
              empty.cos(),
              empty.tan(),
              empty.tanh(),
              empty.abs(),
              empty.negated(),
              empty.inflated(1)
            })
        .containsOnly(empty);
    assertThat(empty).hasToString("empty");
    assertThat(x).hasToString("[1.0, 2.0]");
  }

  @Test
  void divisorsThatContainZero() {
    Interval x = new Interval(1, 2);
    assertThat(x.dividedBy(new Interval(-1, 1))).isEqualTo(Interval.ENTIRE);
    assertThat(x.dividedBy(new Interval(0, 4))).isEqualTo(new Interval(0.25, INFINITY));
    assertThat(x.dividedBy(new Interval(-4, 0))).isEqualTo(new Interval(-INFINITY, -0.25));
    assertThat(x.negated().dividedBy(new Interval(0, 4))).isEqualTo(new Interval(-INFINITY, -0.25));
    assertThat(new Interval(-1, 2).dividedBy(new Interval(0, 4))).isEqualTo(Interval.ENTIRE);
    assertThat(x.dividedBy(Interval.ZERO)).isEqualTo(Interval.EMPTY);
    assertThat(Interval.ZERO.dividedBy(new Interval(-1, 1))).isEqualTo(Interval.ZERO);
    assertThat(new Interval(0, 4).reciprocal()).isEqualTo(new Interval(0.25, INFINITY));
    assertThat(new Interval(-2, 4).power(-1)).isEqualTo(Interval.ENTIRE);
    assertThat(new Interval(-2, 4).power(-2)).isEqualTo(new Interval(0.0625, INFINITY));
    assertThat(Interval.ZERO.power(-2)).isEqualTo(Interval.EMPTY);
    assertThat(Interval.ZERO.power(0)).isEqualTo(Interval.ONE);
  }

  @Test
  void unboundedOperands() {
    Interval half = new Interval(1, INFINITY);
    assertThat(half.plus(half)).isEqualTo(new Interval(2, INFINITY));
    assertThat(half.minus(half)).isEqualTo(Interval.ENTIRE);
    assertThat(half.times(Interval.ZERO)).isEqualTo(Interval.ZERO);
    assertThat(half.times(new Interval(-2, 3))).isEqualTo(Interval.ENTIRE);
    assertThat(half.dividedBy(half)).isEqualTo(new Interval(0, INFINITY));
    assertThat(half.reciprocal()).isEqualTo(new Interval(0, 1));
    assertThat(Interval.ENTIRE.power(3)).isEqualTo(Interval.ENTIRE);
    assertThat(Interval.ENTIRE.power(4)).isEqualTo(Interval.NON_NEGATIVE);
    assertThat(half.sqrt()).isEqualTo(half);
  }

  /** Overflow ends at the largest double on the side of finite numbers. */
  @Test
  void overflowAndUnderflow() {
    Interval huge = Interval.point(Double.MAX_VALUE);
    Interval tiny = Interval.point(Double.MIN_VALUE);
    Interval overflowed = new Interval(Double.MAX_VALUE, INFINITY);
    assertThat(huge.plus(huge)).isEqualTo(overflowed);
    assertThat(huge.times(huge)).isEqualTo(overflowed);
    assertThat(huge.times(huge.negated())).isEqualTo(overflowed.negated());
    assertThat(huge.dividedBy(tiny)).isEqualTo(overflowed);
    assertThat(huge.power(7).contains(overflowed)).isTrue();
    assertThat(tiny.times(tiny)).isEqualTo(new Interval(0, Double.MIN_VALUE));
    assertThat(tiny.times(tiny.negated())).isEqualTo(new Interval(-Double.MIN_VALUE, 0));
    assertThat(tiny.dividedBy(huge)).isEqualTo(new Interval(0, Double.MIN_VALUE));
  }

  @Test
  void powersBeyondIntegers() {
    assertThat(new Interval(-2, 1).power(0x1p60)).isEqualTo(new Interval(0, INFINITY));
    assertThat(new Interval(-1, 1).power(4_294_967_297.0)).isEqualTo(new Interval(-1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> Interval.ONE.power(Double.NaN));
  }
}
