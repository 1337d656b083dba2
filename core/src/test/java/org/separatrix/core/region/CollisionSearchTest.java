package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

class CollisionSearchTest {
  private static final String WELLS = "x^4/4 - x^2/2 + y^2/2 + z^2/2 + x*y*z/5";

  /** 1.1 y - 0.1 y^3 is the same at y_1 and y_2 where y_1^2 + y_1 y_2 + y_2^2 = 11. */
  @Test
  void leesFunctionFoldsTheSquareBeyondOneOverL() {
    IntervalVector square = cube(2, 2);
    IntervalFormula lee = Laboratory.formula(Laboratory.LEE);
    Collision pair = new CollisionSearch(lee, 0.1).in(square).orElseThrow();

    double p = pair.p().get(1).midpoint();
    double q = pair.q().get(1).midpoint();
    assertThat(p * p + p * q + q * q).isCloseTo(11, within(1e-9));
    assertThat(pair.p().get(0)).isEqualTo(pair.q().get(0));
    assertThat(square.contains(pair.p()) && square.contains(pair.q())).isTrue();
    assertThat(pair.p().width()).isLessThan(1e-9);
    // 1/L = 1/11, and the fold enters the square at the corner then.
    assertThat(new CollisionSearch(lee, 0.0909).in(square)).isEmpty();
    assertThat(new CollisionSearch(lee, 0.093).in(square)).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"0.01, 5", "0.02, 3", "0.005, 5"})
  void himmelblausFunctionIsFoldedObliquely(double alpha, double side) {
    IntervalFormula f = Laboratory.formula(Laboratory.HIMMELBLAU);
    assertThatItCollides(f, alpha, new CollisionSearch(f, alpha).in(cube(2, side)));
  }

  @Test
  void otherDimensionsAndFunctions() {
    IntervalFormula line = new IntervalFormula(Laboratory.compiled("x^2/2 + sin(3*x)", "x"));
    assertThatItCollides(line, 0.3, new CollisionSearch(line, 0.3).in(cube(1, 3)));
    assertThat(new CollisionSearch(line, 0.0999).in(cube(1, 3))).isEmpty();
    IntervalFormula wells = new IntervalFormula(Laboratory.compiled(WELLS, "x", "y", "z"));
    assertThatItCollides(wells, 0.3, new CollisionSearch(wells, 0.3).in(cube(3, 2)));
    IntervalFormula bowl = Laboratory.formula("x^2 + y^2");
    assertThat(new CollisionSearch(bowl, 0.9).in(cube(2, 2))).isEmpty();
  }

  /** The images of the boxes meet, and those of the midpoints agree. */
  private static void assertThatItCollides(
      IntervalFormula f, double alpha, Optional<Collision> found) {
    assertThat(found).isPresent();
    Collision pair = found.get();
    IntervalVector p = image(f, alpha, pair.p());
    IntervalVector q = image(f, alpha, pair.q());
    assertThat(p.intersection(q).isEmpty()).isFalse();
    double[] a = image(f, alpha, IntervalVector.point(pair.p().midpoint())).midpoint();
    double[] b = image(f, alpha, IntervalVector.point(pair.q().midpoint())).midpoint();
    double apart = 0;
    for (int k = 0; k < a.length; k++) {
      assertThat(a[k]).isCloseTo(b[k], within(1e-9));
      apart = Math.max(apart, Math.abs(pair.p().midpoint()[k] - pair.q().midpoint()[k]));
    }
    assertThat(apart).isGreaterThan(1e-4);
  }

  private static IntervalVector image(IntervalFormula f, double alpha, IntervalVector box) {
    return box.minus(f.gradient(box).range().times(Interval.point(alpha)));
  }

  @Test
  void pointsThatMayBeTheSameAreNoCollision() {
    IntervalVector box = cube(2, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Collision(box, IntervalVector.point(1, 1)))
        .withMessageContaining("meet");
  }

  private static IntervalVector cube(int d, double half) {
    Interval[] sides = new Interval[d];
    Arrays.fill(sides, new Interval(-half, half));
    return IntervalVector.of(sides);
  }
}
