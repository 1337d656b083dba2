package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.census.Functions.box;
import static org.separatrix.core.census.Functions.cube;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/** Functions whose critical points are known from the literature or in closed form. */
class KnownFunctionsTest {
  @Test
  void leesFunctionExactly() {
    CertifiedCensus census = complete(Functions.planar(Functions.LEE), cube(2, -2, 2), 3);
    assertThat(census.points().stream().map(CertifiedPoint::enclosure))
        .containsExactly(
            IntervalVector.point(0, -1), IntervalVector.point(0, 0), IntervalVector.point(0, 1));
    CertifiedPoint saddle = census.points().get(1);
    assertThat(saddle.kind()).isEqualTo(CriticalPointKind.STRICT_SADDLE);
    assertThat(saddle.isCertainlyStrict()).isTrue();
    assertThat(saddle.eigenvalues()).containsExactly(Interval.point(-1), Interval.point(1));
    assertThat(census.points().get(2).eigenvalues())
        .containsExactly(Interval.point(1), Interval.point(2));
    assertThat(census.countsByIndex()).isEqualTo(Map.of(0, 2, 1, 1));
  }

  @Test
  void himmelblausFunction() {
    CertifiedCensus census = complete(Functions.planar(Functions.HIMMELBLAU), cube(2, -6, 6), 9);
    assertThat(census.countsByIndex()).isEqualTo(Map.of(0, 4, 1, 4, 2, 1));
    CertifiedPoint minimum = census.locate(3, 2).orElseThrow();
    assertThat(minimum.enclosure()).isEqualTo(IntervalVector.point(3, 2));
    double root = 20 * Math.sqrt(2);
    assertThat(minimum.eigenvalues().get(0).intersection(around(54 - root, 1e-13)).isEmpty())
        .isFalse();
    assertThat(minimum.eigenvalues().get(1).midpoint()).isCloseTo(54 + root, within(1e-12));
    CertifiedPoint saddle = census.nearest(3.385154, .073852).orElseThrow();
    assertThat(saddle.kind()).isEqualTo(CriticalPointKind.STRICT_SADDLE);
    assertThat(saddle.eigenvalues().get(0).midpoint()).isCloseTo(-14.1352, within(5e-5));
    assertThat(saddle.eigenvalues().get(1).midpoint()).isCloseTo(97.5479, within(5e-5));
    assertThat(census.nearest(-.27, -.92).orElseThrow().kind())
        .isEqualTo(CriticalPointKind.LOCAL_MAXIMUM);
  }

  @Test
  void camels() {
    IntervalVector box = cube(2, -3.1, 3.1);
    assertThat(complete(Functions.planar(Functions.THREE_HUMP), box, 5).countsByIndex())
        .isEqualTo(Map.of(0, 3, 1, 2));
    assertThat(complete(Functions.planar(Functions.SIX_HUMP), box, 15).countsByIndex())
        .isEqualTo(Map.of(0, 6, 1, 7, 2, 2));
  }

  /** In the usual box there is nothing besides the three minima and two saddles. */
  @Test
  void muellerBrown() {
    CertifiedCensus census =
        complete(Functions.planar(Functions.MUELLER_BROWN), box(-1.5, 1.2, -0.2, 2), 5);
    assertThat(census.countsByIndex()).isEqualTo(Map.of(0, 3, 1, 2));
    double[][] published = {{-0.558, 1.442}, {0.623, 0.028}, {-0.050, 0.467}};
    for (double[] minimum : published) {
      CertifiedPoint nearest = census.nearest(minimum).orElseThrow();
      assertThat(nearest.midpoint()).containsExactly(minimum, within(1e-3));
      assertThat(nearest.kind()).isEqualTo(CriticalPointKind.LOCAL_MINIMUM);
    }
  }

  /** As functions of two variables, without regard to their being sums. */
  @Test
  void gridsOfPoints() {
    CertifiedCensus tang =
        complete(Functions.indexed(Functions.STYBLINSKI_TANG, 2), cube(2, -5, 5), 9);
    assertThat(tang.countsByIndex()).isEqualTo(Map.of(0, 4, 1, 4, 2, 1));
    CertifiedCensus rastrigin =
        complete(Functions.indexed(Functions.RASTRIGIN, 2), cube(2, -5.12, 5.12), 441);
    assertThat(rastrigin.countsByIndex()).isEqualTo(Map.of(0, 121, 1, 220, 2, 100));
    assertThat(rastrigin.locate(0, 0).orElseThrow().enclosure())
        .isEqualTo(IntervalVector.point(0, 0));
  }

  @Test
  void rosenbrockInFourVariables() {
    IntervalExtension function = Functions.indexed(Functions.ROSENBROCK, 4);
    CertifiedCensus census = CensusSearch.run(function, cube(4, -2, 2));
    assertThat(census.isComplete()).isTrue();
    assertThat(census.points())
        .extracting(CertifiedPoint::kind)
        .containsExactly(
            CriticalPointKind.LOCAL_MINIMUM,
            CriticalPointKind.STRICT_SADDLE,
            CriticalPointKind.LOCAL_MINIMUM);
    assertThat(census.points().get(0).midpoint())
        .containsExactly(
            new double[] {-0.775659226, 0.613093366, 0.382062846, 0.145972019}, within(1e-8));
    assertThat(census.points().get(2).enclosure()).isEqualTo(IntervalVector.point(1, 1, 1, 1));
    assertThat(census.alternatingSum()).hasValue(1);
  }

  /** x^3 - 6x has its critical points at the square roots of 2, which are no doubles. */
  @Test
  void enclosuresContainWhatIsNoDouble() {
    CertifiedCensus census = CensusSearch.run(Functions.of("x^3 - 6*x", "x"), box(-2, 3));
    BigDecimal root = new BigDecimal(2).sqrt(new MathContext(60));
    List<BigDecimal> exact = new ArrayList<>(List.of(root.negate(), root));
    assertThat(census.points()).hasSize(2);
    for (CertifiedPoint point : census.points()) {
      Interval x = point.enclosure().get(0);
      assertThat(x.width()).isLessThan(20 * Math.ulp(1.4));
      assertThat(new BigDecimal(x.low())).isLessThan(exact.get(0));
      assertThat(new BigDecimal(x.high())).isGreaterThan(exact.get(0));
      exact.remove(0);
    }
  }

  /** Points in the corners and on the edges of the box, which are doubles, belong to it. */
  @Test
  void pointsOnTheBoundaryAreNeitherLostNorCountedTwice() {
    IntervalExtension lee = Functions.planar(Functions.LEE);
    CertifiedCensus quarter = CensusSearch.run(lee, box(0, 2, 0, 1));
    assertThat(quarter.isComplete()).isTrue();
    assertThat(quarter.points()).hasSize(2);
    assertThat(quarter.inside()).isEqualTo(2);
    assertThat(quarter.degree()).isEmpty();
    CertifiedCensus beside = CensusSearch.run(lee, box(Math.nextUp(0.0), 2, -2, 2));
    assertThat(beside.isComplete()).isTrue();
    assertThat(beside.points()).isEmpty();
    CertifiedCensus up = CensusSearch.run(lee, box(-2, 2, Math.nextUp(1.0), 2));
    assertThat(up.isComplete()).isTrue();
    assertThat(up.points()).isEmpty();
  }

  /** The first cuts of this box run through the saddle, so four parts find it. */
  @Test
  void pointOnTheFacesOfCutsIsCountedOnce() {
    IntervalExtension lee = Functions.planar(Functions.LEE);
    IntervalVector box = cube(2, -31, 33);
    Resolution resolution = Resolution.of(box, 1e-6);
    IntervalVector part = resolution.parts(box, Optional.empty()).get(0);
    assertThat(part.get(0).high()).isZero();
    complete(lee, box, 3);

    ExistenceProof proof = new ExistenceProof(lee);
    List<IsolatedZero> found = new ArrayList<>();
    for (IntervalVector corner :
        List.of(box(-.1, 0, -.1, 0), box(0, .1, -.1, 0), box(-.1, 0, 0, .1), box(0, .1, 0, .1))) {
      assertThat(proof.isolate(corner, corner))
          .isInstanceOfSatisfying(
              ExistenceProof.Isolated.class, isolated -> found.add(isolated.zero()));
    }
    assertThat(found).hasSize(4);
    assertThat(DistinctZeros.of(found, proof).zeros()).hasSize(1);
  }

  /** The boundary runs next to the square root of 2, closer than doubles can tell. */
  @Test
  void pointsThatMayLieOutsideAreSaidTo() {
    IntervalExtension function = Functions.of("x^3 - 6*x", "x");
    CertifiedCensus census = CensusSearch.run(function, box(0, Math.sqrt(2)));
    assertThat(census.points())
        .extracting(CertifiedPoint::placement)
        .containsExactly(Placement.BOUNDARY_UNDECIDED);
    assertThat(census.inside()).isZero();
    assertThat(census.alternatingSum()).isEmpty();
    assertThat(CensusSearch.run(function, box(0, 1.4142)).points()).isEmpty();
    assertThat(CensusSearch.run(function, box(0, 1.4143)).inside()).isEqualTo(1);
  }

  private static CertifiedCensus complete(
      IntervalExtension function, IntervalVector box, int points) {
    CertifiedCensus census = CensusSearch.run(function, box);
    assertThat(census.isComplete()).isTrue();
    assertThat(census.points()).hasSize(points);
    assertThat(census.inside()).isEqualTo(points);
    assertThat(census.alternatingSum()).hasValue(1);
    assertThat(census.agreesWithDegree()).contains(true);
    for (CertifiedPoint point : census.points()) {
      assertThat(point.kind()).isNotEqualTo(CriticalPointKind.UNDECIDED);
      assertThat(point.enclosure().width()).isLessThan(1e-13);
      assertThat(PointVerification.of(function, box, point).objections()).isEmpty();
    }
    return census;
  }

  private static Interval around(double number, double margin) {
    return Interval.point(number).inflated(margin);
  }
}
