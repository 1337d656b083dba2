package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DivergenceSearchTest {
  /** |y (1 + alpha - alpha y^2)| >= |y| from y^2 = (2 + alpha)/alpha. */
  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.1, 0.5})
  void leesFunctionDivergesBeyondTheTwoCycle(double alpha) {
    List<DivergenceRegion> regions = search(Laboratory.LEE, Method.gradientDescent(alpha));

    double end = Math.sqrt((2 + alpha) / alpha);
    assertThat(regions).hasSize(1);
    DivergenceRegion region = regions.get(0);
    assertThat(region.coordinate()).isEqualTo(1);
    assertThat(region.high()).isBetween(end, end * (1 + 1e-5));
    assertThat(region.low()).isEqualTo(-region.high());
    assertThat(region.contains(0, end * 1.001)).isTrue();
    assertThat(region.contains(50, -end * 1.001)).isTrue();
    assertThat(region.contains(50, end * 0.999)).isFalse();
    assertThat(region.contains(0, Double.NaN)).isFalse();
    assertThat(region.contains(0, Double.POSITIVE_INFINITY)).isFalse();
    Steps steps = new Steps(Laboratory.compiled(Laboratory.LEE), Method.gradientDescent(alpha));
    assertThat(largest(steps, 0, region.high() * 1.001)).isGreaterThan(1e8);
    assertThat(largest(steps, 0, end * 0.999)).isLessThan(end);
  }

  /** y' = y + 0.3 y^2 for f = -y^3: upward for ever from y > 0, and from y < -20/3 by a jump. */
  @Test
  void runsFallOnOneSideAndOvershootOnTheOther() {
    DivergenceRegion region = search("x^2/2 - y^3", Method.gradientDescent(0.1)).get(0);
    assertThat(region.high()).isBetween(0.0, 1e-4);
    assertThat(region.low()).isBetween(-20.0 / 3 * (1 + 1e-4), -20.0 / 3);
    assertThat(region.contains(0, -3)).isFalse();
  }

  @Test
  void quadraticsDivergeBeyondTwoOverTheCurvatureAlone() {
    assertThat(search("x^2/2 + y^2", Method.gradientDescent(0.99))).isEmpty();
    List<DivergenceRegion> regions = search("x^2/2 + y^2", Method.gradientDescent(1.01));
    assertThat(regions).extracting(DivergenceRegion::coordinate).containsExactly(1);
    assertThat(search("x^2/2 - y^2", Method.gradientDescent(0.01)))
        .extracting(DivergenceRegion::coordinate)
        .containsExactly(1);
  }

  @Test
  void nothingIsSaidOfCoupledBoundedOrUndefinedFunctionsNorOfMemory() {
    assertThat(search(Laboratory.HIMMELBLAU, Method.gradientDescent(0.1))).isEmpty();
    assertThat(search("x^2/2 + y^4/4 + x*y", Method.gradientDescent(0.1))).isEmpty();
    assertThat(search("sin(x) + cos(y)", Method.gradientDescent(0.1))).isEmpty();
    assertThat(search("x^2/2 - y^4 + sqrt(x)", Method.gradientDescent(0.1))).isEmpty();
    assertThat(search("x^2/2 - y^4 + sqrt(y)", Method.gradientDescent(0.1)))
        .allSatisfy(region -> assertThat(region.low()).isInfinite());
    assertThat(search(Laboratory.LEE, Method.heavyBall(0.1, 0.5))).isEmpty();
  }

  @Test
  void whatExceedsAProofIsRejected() {
    for (String f : List.of(Laboratory.LEE, "x^2/2 - y^3", "x^2/2 - y^4")) {
      DivergenceSearch search =
          new DivergenceSearch(Laboratory.formula(f), Method.gradientDescent(0.1));
      for (DivergenceRegion region : search.regions()) {
        assertThat(search.verifies(region)).isTrue();
        assertThat(search.verifies(with(region, region.low() * 0.5, region.high() * 0.5)))
            .isFalse();
      }
    }
    DivergenceSearch lee =
        new DivergenceSearch(Laboratory.formula(Laboratory.LEE), Method.gradientDescent(0.1));
    DivergenceRegion region = lee.regions().get(0);
    assertThat(lee.verifies(with(region, Double.NEGATIVE_INFINITY, region.high()))).isFalse();
    assertThat(lee.verifies(with(region, 2 * region.low(), region.high()))).isFalse();
    assertThat(
            new DivergenceSearch(Laboratory.formula(Laboratory.LEE), Method.gradientDescent(0.09))
                .verifies(region))
        .isFalse();
  }

  private static DivergenceRegion with(DivergenceRegion region, double low, double high) {
    return new DivergenceRegion(
        region.dimension(), region.coordinate(), low, high, region.growth());
  }

  private static double largest(Steps steps, double... start) {
    double[] state = start;
    double largest = 0;
    for (int i = 0; i < 10_000 && largest <= 1e8; i++) {
      largest = Math.max(largest, Math.abs(state[1]));
      state = steps.step(state);
    }
    return largest;
  }

  private static List<DivergenceRegion> search(String f, Method method) {
    return new DivergenceSearch(Laboratory.formula(f), method).regions();
  }
}
