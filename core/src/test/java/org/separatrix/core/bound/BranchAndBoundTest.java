package org.separatrix.core.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

class BranchAndBoundTest {
  private static final Goal PERCENT = new Goal.RelativeGap(0.01, 0);

  @Test
  void findsMaximaInside() {
    CertifiedBound bound = maximum(x -> x.minus(x.squared()), -1, 3, PERCENT, 100_000);
    assertThat(bound.isTight()).isTrue();
    assertThat(bound.lower()).isBetween(0.2475, 0.25);
    assertThat(bound.upper()).isBetween(0.25, 0.2525);
    assertThat(bound.witness()[0]).isBetween(0.4, 0.6);
  }

  @Test
  void severalFunctionsShareTheMaximum() {
    List<Line> lines =
        List.of(new Line(x -> x.times(2)), new Line(x -> x.times(-3)), new Line(x -> x));
    IntervalVector box = IntervalVector.of(new Interval(-1, 1));
    CertifiedBound bound = BranchAndBound.maximum(lines, box, Effort.standard(), PERCENT);
    assertThat(bound.upper()).isEqualTo(3);
    assertThat(bound.lower()).isEqualTo(3);
    assertThat(bound.witness()).containsExactly(-1);
    assertThat(bound.boxes()).isEqualTo(3);
  }

  /** A maximum of 0 has no relative gap; magnitudes below a floor count as the floor. */
  @Test
  void smallMaximaNeedAFloor() {
    UnaryOperator<Interval> f = x -> x.minus(x.squared()).minus(Interval.point(0.25));
    CertifiedBound without = maximum(f, -1, 3.3, PERCENT, 400);
    CertifiedBound with = maximum(f, -1, 3.3, new Goal.RelativeGap(0.01, 0.1), 400);
    assertThat(without.isTight()).isFalse();
    assertThat(without.upper()).isNotNegative();
    assertThat(with.isTight()).isTrue();
    assertThat(with.upper()).isBetween(0.0, 0.001);
  }

  @Test
  void polesAreFoundWithoutUsingUpTheWork() {
    CertifiedBound bound = maximum(Interval::reciprocal, 0, 1, PERCENT, 100_000);
    assertThat(bound.upper()).isInfinite();
    assertThat(bound.isTight()).isFalse();
    assertThat(bound.lower()).isGreaterThan(1e6);
    assertThat(bound.boxes()).isLessThan(100);
  }

  @Test
  void undefinedPointsEndTheSearch() {
    CertifiedBound bound = maximum(Interval::log, -3, 1, PERCENT, 100_000);
    assertThat(bound.isDefinedEverywhere()).isFalse();
    assertThat(bound.upper()).isInfinite();
    assertThat(bound.boxes()).isEqualTo(1);
  }

  @Test
  void thresholdsAreDecidedEitherWay() {
    UnaryOperator<Interval> f = x -> x.minus(x.squared());
    CertifiedBound above = maximum(f, -1, 3, new Goal.Threshold(0.26, 0.26), 100_000);
    assertThat(above.upper()).isLessThanOrEqualTo(0.26);
    CertifiedBound below = maximum(f, -1, 3, new Goal.Threshold(0.24, 0.24), 100_000);
    assertThat(below.lower()).isGreaterThan(0.24);
    assertThat(below.boxes()).isLessThan(3);
    // The stricter threshold fails, the other one holds.
    CertifiedBound between = maximum(f, -1, 3, new Goal.Threshold(0.24, 0.26), 100_000);
    assertThat(between.upper()).isBetween(0.25, 0.26);
  }

  @Test
  void unboundedBoxesAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> maximum(x -> x, 0, Double.POSITIVE_INFINITY, PERCENT, 1))
        .withMessage("no bounds are searched for on [0.0, Infinity]");
  }

  private static CertifiedBound maximum(
      UnaryOperator<Interval> f, double low, double high, Goal goal, long boxes) {
    return BranchAndBound.maximum(
        List.of(new Line(f)),
        IntervalVector.of(new Interval(low, high)),
        Effort.standard().withBoxes(boxes),
        goal);
  }

  private record Line(UnaryOperator<Interval> f) implements Maximand {
    @Override
    public Interval at(double[] x) {
      return f.apply(Interval.point(x[0]));
    }

    @Override
    public Bound over(IntervalVector box, double sufficient) {
      Interval range = f.apply(box.get(0));
      return new Bound(range.high(), range.isBounded(), 0);
    }

    @Override
    public int[] coordinates() {
      return new int[] {0};
    }
  }
}
