package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.core.census.Functions.box;
import static org.separatrix.core.census.Functions.cube;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.census.UndecidedRegion.Reason;
import org.separatrix.core.interval.IntervalVector;

/** Critical points that cannot be proved: they stay undecided, with their extent. */
class DegeneratePointsTest {
  /** All have the origin as their only critical point, with the index of the gradient there. */
  @ParameterizedTest
  @CsvSource({
    "x^3 - 3*x*y^2, -2",
    "x^2 - y^4, -1",
    "x^4 + y^4, 1",
    "x^4 + y^2, 1",
    "x^2 + y^3, 0",
    "(x + y)^2 + (x - 2*y)^4, 1"
  })
  void isolatedDegeneratePoint(String text, int index) {
    CertifiedCensus census = CensusSearch.run(Functions.planar(text), box(-1, 1, -2, 1));
    assertThat(census.points()).isEmpty();
    assertThat(census.isComplete()).isFalse();
    assertThat(census.undecided()).hasSize(1);
    UndecidedRegion region = census.undecided().get(0);
    assertThat(region.contains(0, 0)).isTrue();
    assertThat(region.hull().width()).isLessThan(1e-3);
    assertThat(region.reason()).isEqualTo(Reason.DEGENERATE);
    assertThat(region.isCertainlyStrict()).isFalse();
    assertThat(region.degree()).hasValue(index);
    assertThat(census.degree()).hasValue(index);
    assertThat(census.agreesWithDegree()).contains(true);
  }

  /** The same saddle with a quadratic term is certified: the test can fail. */
  @Test
  void aNondegenerateOneIsDecided() {
    CertifiedCensus census = CensusSearch.run(Functions.planar("x^2 - y^4 - y^2"), cube(2, -1, 1));
    assertThat(census.isComplete()).isTrue();
    assertThat(census.points().get(0).isCertainlyStrict()).isTrue();
  }

  @Test
  void quarticOnTheLine() {
    CertifiedCensus census = CensusSearch.run(Functions.of("x^4 - 4*x^3", "x"), box(-1, 4));
    assertThat(census.points()).hasSize(1);
    assertThat(census.locate(3)).isPresent();
    assertThat(census.undecided()).hasSize(1);
    assertThat(census.undecided().get(0).contains(0)).isTrue();
    assertThat(census.undecided().get(0).degree()).hasValue(0);
    assertThat(census.agreesWithDegree()).contains(true);
  }

  /** Points (1/2, w, 1 - w), eigenvalues -2 sqrt 2, 0, 2 sqrt 2. */
  @Test
  void lineOfStrictSaddles() {
    CertifiedCensus census =
        CensusSearch.run(Functions.of("2*x*y+2*x*z-2*x-y-z", "x", "y", "z"), cube(3, -2, 2));
    assertThat(census.points()).isEmpty();
    assertThat(census.isComplete()).isFalse();
    assertThat(census.undecided()).hasSize(1);
    UndecidedRegion region = census.undecided().get(0);
    for (double w = -1; w <= 2; w += 1.0 / 64) {
      assertThat(region.contains(0.5, w, 1 - w)).isTrue();
    }
    assertThat(region.contains(0.5, 0.5, 1)).isFalse();
    assertThat(region.hull().get(0).width()).isLessThan(0.1);
    assertThat(region.isCertainlyStrict()).isTrue();
    assertThat(region.lowestEigenvalue().contains(-2 * Math.sqrt(2))).isTrue();
  }

  /** A hyperbola of minima on either side of the saddle at the origin. */
  @Test
  void curvesOfMinima() {
    CertifiedCensus census = CensusSearch.run(Functions.planar("(x*y-1)^2/2"), cube(2, -2, 2));
    assertThat(census.points()).hasSize(1);
    assertThat(census.locate(0, 0).orElseThrow().morseIndex()).hasValue(1);
    assertThat(census.undecided()).hasSize(2);
    for (int k = -64; k <= 64; k++) {
      double x = Math.pow(2, k / 64.0);
      assertThat(census.undecided().get(1).contains(x, 1 / x)).isTrue();
      assertThat(census.undecided().get(0).contains(-x, -1 / x)).isTrue();
    }
    assertThat(census.undecided()).noneMatch(UndecidedRegion::isCertainlyStrict);
  }

  /** Two critical points 2e-9 apart, closer than the finest width, are not called one. */
  @Test
  void closePairIsNotOne() {
    CertifiedCensus census = CensusSearch.run(Functions.of("x^3 - 3e-18*x", "x"), box(-1, 1.5));
    assertThat(census.points()).isEmpty();
    assertThat(census.undecided()).hasSize(1);
    CertifiedCensus apart = CensusSearch.run(Functions.of("x^3 - 3e-6*x", "x"), box(-1, 1.5));
    assertThat(apart.isComplete()).isTrue();
    assertThat(apart.points()).hasSize(2);
  }

  /** log x + x has the derivative 1/x + 1, whose zero -1 is none of the function's. */
  @ParameterizedTest
  @ValueSource(strings = {"log(x) + x", "log(x) + x + 0*x^2"})
  void zerosOutsideTheDomainAreNone(String text) {
    CertifiedCensus census = CensusSearch.run(Functions.of(text, "x"), box(-3, 3));
    assertThat(census.points()).isEmpty();
    assertThat(census.undecided()).allMatch(region -> region.reason() == Reason.NOT_DEFINED);
    assertThat(census.undecided()).allMatch(region -> region.hull().width() < 1e-6);
    CertifiedCensus inside = CensusSearch.run(Functions.of("log(x) - x", "x"), box(0.01, 3));
    assertThat(inside.isComplete()).isTrue();
    assertThat(inside.points().get(0).enclosure()).isEqualTo(IntervalVector.point(1));
  }

  /** sqrt(x) - x/2 has its only critical point at 1; the derivative grows without bounds at 0. */
  @Test
  void endOfTheDomain() {
    CertifiedCensus census = CensusSearch.run(Functions.of("sqrt(x) - x/2", "x"), box(-1, 3));
    assertThat(census.points()).hasSize(1);
    assertThat(census.locate(1)).isPresent();
    assertThat(census.undecided()).allMatch(region -> region.reason() == Reason.NOT_DEFINED);
    assertThat(census.undecided()).allMatch(region -> Math.abs(region.hull().midpoint()[0]) < 1e-6);
  }

  /** Nothing is known of a function that does not depend on a variable, and that is said. */
  @Test
  void flatDirection() {
    CertifiedCensus census = CensusSearch.run(Functions.planar("x^2 + 0*y"), cube(2, -1, 1));
    assertThat(census.points()).isEmpty();
    for (double y = -1; y <= 1; y += 0.125) {
      double[] point = {0, y};
      assertThat(census.undecided()).anyMatch(region -> region.contains(point));
    }
  }
}
