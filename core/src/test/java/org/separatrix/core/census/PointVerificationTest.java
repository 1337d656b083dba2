package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.core.census.Functions.box;
import static org.separatrix.core.census.Functions.cube;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

class PointVerificationTest {
  private static final IntervalVector BOX = box(-1, 3);

  /** Its critical point in the box is the square root of 2, which lies between two doubles. */
  private final IntervalExtension cubic = Functions.of("x^3 - 6*x", "x");

  private final CertifiedPoint root = CensusSearch.run(cubic, BOX).points().get(0);

  @Test
  void whatTheCensusFindsIsConfirmed() {
    assertThat(PointVerification.of(cubic, BOX, root).isConfirmed()).isTrue();
  }

  /** Math.sqrt(2) is the double above the root, the double below it is next to it. */
  @Test
  void enclosureWithoutThePoint() {
    double above = Math.sqrt(2);
    double below = Math.nextDown(above);
    Interval claimed = root.enclosure().get(0);
    assertThat(claimed.low()).isLessThanOrEqualTo(below);
    assertThat(claimed.high()).isGreaterThanOrEqualTo(above);
    assertRefused(withEnclosure(new Interval(above, claimed.high())), "not part of the enclosure");
    assertRefused(withEnclosure(new Interval(claimed.low(), below)), "not part of the enclosure");
  }

  /** One unit in the last place away from (3, 2), which is exact. */
  @Test
  void exactEnclosureMovedByOneUnit() {
    IntervalExtension himmelblau = Functions.planar(Functions.HIMMELBLAU);
    IntervalVector box = cube(2, -6, 6);
    CertifiedPoint minimum = CensusSearch.run(himmelblau, box).locate(3, 2).orElseThrow();
    assertThat(PointVerification.of(himmelblau, box, minimum).isConfirmed()).isTrue();
    for (int k = 0; k < 2; k++) {
      double x = minimum.enclosure().get(k).low();
      for (double moved : new double[] {Math.nextUp(x), Math.nextDown(x)}) {
        CertifiedPoint wrong =
            new CertifiedPoint(
                minimum.enclosure().with(k, Interval.point(moved)),
                minimum.uniqueness(),
                minimum.eigenvalues(),
                minimum.morseIndex(),
                minimum.placement());
        assertThat(PointVerification.of(himmelblau, box, wrong).isConfirmed()).isFalse();
      }
    }
  }

  @Test
  void uniquenessBoxWithTwoPointsOrNone() {
    assertRefused(withUniqueness(new Interval(-2, 2)), "not proved that there is exactly one");
    assertRefused(withUniqueness(new Interval(2, 3)), "not proved that there is exactly one");
    assertRefused(withUniqueness(Interval.ENTIRE), "not proved that there is exactly one");
    assertRefused(withUniqueness(Interval.EMPTY), "not proved that there is exactly one");
  }

  @Test
  void wrongSpectrum() {
    Interval eigenvalue = root.eigenvalues().get(0);
    assertThat(eigenvalue.contains(6 * Math.sqrt(2))).isTrue();
    Interval upper = new Interval(eigenvalue.midpoint() + 0.01, 9);
    assertRefused(claim(root.enclosure(), root.uniqueness(), upper, 0), "eigenvalue 1 lies in");
    assertRefused(claim(root.enclosure(), root.uniqueness(), eigenvalue, 1), "claimed to be 1");
    assertRefused(
        claim(root.enclosure(), root.uniqueness(), eigenvalue.negated(), 1), "claimed to be 1");
  }

  /** A degenerate point cannot be passed off as a strict saddle, however the claim is made. */
  @Test
  void degeneratePointIsNeverConfirmed() {
    IntervalExtension quartic = Functions.planar("x^2 - y^4");
    IntervalVector box = cube(2, -1, 1);
    for (double size = 1; size > 1e-12; size /= 8) {
      CertifiedPoint claim =
          new CertifiedPoint(
              cube(2, -size / 2, size / 2),
              cube(2, -size, size),
              List.of(Interval.ENTIRE, Interval.ENTIRE),
              OptionalInt.of(1),
              Placement.INSIDE);
      assertThat(PointVerification.of(quartic, box, claim).isConfirmed()).isFalse();
    }
  }

  @Test
  void wrongPlacementOrDimension() {
    assertThat(PointVerification.of(cubic, box(-1, 1.4), root).objections())
        .anyMatch(objection -> objection.contains("outside the box"));
    assertThat(PointVerification.of(cubic, box(-1, Math.sqrt(2)), root).objections())
        .anyMatch(objection -> objection.contains("not part of the box"));
    assertThat(PointVerification.of(Functions.planar(Functions.LEE), BOX, root).objections())
        .hasSize(1);
  }

  /** The degree notices an omitted point, and one that is counted twice. */
  @Test
  void omittedPoint() {
    CertifiedCensus census =
        CensusSearch.run(Functions.planar(Functions.SIX_HUMP), cube(2, -3.1, 3.1));
    assertThat(census.agreesWithDegree()).contains(true);
    for (int n = 0; n < census.points().size(); n++) {
      List<CertifiedPoint> fewer = new ArrayList<>(census.points());
      fewer.remove(n);
      assertThat(withPoints(census, fewer).agreesWithDegree()).contains(false);
      fewer.addAll(List.of(census.points().get(n), census.points().get(n)));
      assertThat(withPoints(census, fewer).agreesWithDegree()).contains(false);
    }
  }

  private static CertifiedCensus withPoints(CertifiedCensus census, List<CertifiedPoint> points) {
    return new CertifiedCensus(
        census.box(), points, census.undecided(), census.ending(), census.boxes(), census.degree());
  }

  private CertifiedPoint withEnclosure(Interval enclosure) {
    return claim(IntervalVector.of(enclosure), root.uniqueness(), root.eigenvalues().get(0), 0);
  }

  private CertifiedPoint withUniqueness(Interval uniqueness) {
    return claim(root.enclosure(), IntervalVector.of(uniqueness), root.eigenvalues().get(0), 0);
  }

  private static CertifiedPoint claim(
      IntervalVector enclosure, IntervalVector uniqueness, Interval eigenvalue, int index) {
    return new CertifiedPoint(
        enclosure, uniqueness, List.of(eigenvalue), OptionalInt.of(index), Placement.INSIDE);
  }

  private void assertRefused(CertifiedPoint claim, String objection) {
    PointVerification verification = PointVerification.of(cubic, BOX, claim);
    assertThat(verification.isConfirmed()).isFalse();
    assertThat(verification.objections()).anyMatch(text -> text.contains(objection));
  }
}
