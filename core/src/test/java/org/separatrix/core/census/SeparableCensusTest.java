package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.core.census.Functions.box;
import static org.separatrix.core.census.Functions.cube;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.interval.FormulaBlock;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

class SeparableCensusTest {
  @Test
  void rastriginInTenVariables() {
    SeparableCensus census =
        SeparableCensus.run(Functions.indexed(Functions.RASTRIGIN, 10), cube(10, -5.12, 5.12));
    assertThat(census.isComplete()).isTrue();
    assertThat(census.count()).isEqualTo(BigInteger.valueOf(21).pow(10));
    assertThat(census.inside()).isEqualTo(census.count());
    List<BigInteger> expected = new ArrayList<>();
    BigInteger binomial = BigInteger.ONE;
    for (int k = 0; k <= 10; k++) {
      expected.add(
          binomial.multiply(BigInteger.TEN.pow(k)).multiply(BigInteger.valueOf(11).pow(10 - k)));
      binomial = binomial.multiply(BigInteger.valueOf(10 - k)).divide(BigInteger.valueOf(k + 1));
    }
    assertThat(census.countsByIndex()).isEqualTo(expected);
    assertThat(census.degree()).contains(BigInteger.ONE);
    assertThat(census.agreesWithDegree()).contains(true);
    assertThat(census.points(10_000)).isEmpty();
  }

  /** Points are looked up without listing 59,049 of them. */
  @Test
  void styblinskiTangInTenVariables() {
    IntervalFormula function = Functions.indexed(Functions.STYBLINSKI_TANG, 10);
    IntervalVector box = cube(10, -5, 5);
    SeparableCensus census = SeparableCensus.run(function, box);
    assertThat(census.isComplete()).isTrue();
    assertThat(census.count()).isEqualTo(BigInteger.valueOf(59_049));
    double[] near = {-3, 0, 3, -3, 0, 3, -3, -3, -3, -3};
    assertThat(census.locate(near)).isEmpty();
    CertifiedPoint point = census.nearest(near).orElseThrow();
    assertThat(point.morseIndex()).hasValue(2);
    assertThat(point.kind()).isEqualTo(CriticalPointKind.STRICT_SADDLE);
    assertThat(point.enclosure().width()).isLessThan(1e-13);
    assertThat(census.locate(point.midpoint())).contains(point);
    assertThat(PointVerification.of(function, box, point).objections()).isEmpty();
  }

  /** The product and the search in the plane know the same points. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        Functions.LEE,
        "(x^4 - 16*x^2 + 5*x + y^4 - 3*y^2)/2",
        "exp(x) - 2*x + sin(3*y)",
        "x*log(x + 4) + 1/(y + 4) + y^2"
      })
  void productAgreesWithTheWhole(String text) {
    IntervalFormula function = Functions.planar(text);
    IntervalVector box = box(-3, 2.5, -2, 3);
    SeparableCensus product = SeparableCensus.run(function, box);
    CertifiedCensus whole = CensusSearch.run(function, box);
    assertThat(product.blocks()).hasSize(2);
    assertThat(product.isComplete()).isTrue();
    assertThat(whole.isComplete()).isTrue();
    List<CertifiedPoint> points = product.points(100).orElseThrow();
    assertThat(points).hasSameSizeAs(whole.points()).isNotEmpty();
    for (int n = 0; n < points.size(); n++) {
      CertifiedPoint point = points.get(n);
      CertifiedPoint other = whole.points().get(n);
      assertThat(point.enclosure().intersection(other.enclosure()).isEmpty()).isFalse();
      assertThat(point.morseIndex()).isEqualTo(other.morseIndex());
      assertThat(PointVerification.of(function, box, point).objections()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"exp(x^2 + y^2)", "x^2 + y^2 + 1e-30*x*y", "log(x*y + 20)", "(x + y)^3 + x - y"})
  void mixedVariablesAreNoBlocks(String text) {
    assertThat(Functions.planar(text).blocks()).hasSize(1);
  }

  @Test
  void blocksOfSeveralVariables() {
    IntervalFormula function =
        Functions.of(
            "(a*c - 1)^2 + b^4 - b^2 + (c - 2)^2 + v^4 - v^2 - log(9 + d*d)",
            "a",
            "b",
            "c",
            "d",
            "v");
    List<FormulaBlock> blocks = function.blocks();
    assertThat(blocks)
        .extracting(FormulaBlock::variables)
        .containsExactly(List.of(0, 2), List.of(1), List.of(3), List.of(4));
    assertThat(blocks.get(1).structure()).isEqualTo(blocks.get(3).structure());
    assertThat(blocks.get(1).structure()).isNotEqualTo(blocks.get(2).structure());
    SeparableCensus census = SeparableCensus.run(function, cube(5, -3, 3));
    assertThat(census.isComplete()).isTrue();
    assertThat(census.count())
        .isEqualTo(BigInteger.valueOf(9L * census.blocks().get(0).census().points().size()));
  }

  /** A degenerate point in one block leaves all of its combinations open. */
  @Test
  void undecidedBlock() {
    SeparableCensus census =
        SeparableCensus.run(Functions.planar("x^4 + y^4 - y^2"), cube(2, -1.5, 2));
    assertThat(census.isComplete()).isFalse();
    assertThat(census.count()).isZero();
    assertThat(census.undecidedExtents()).hasSize(1);
    IntervalVector extent = census.undecidedExtents().get(0);
    assertThat(extent.contains(0, 1.9)).isTrue();
    assertThat(extent.get(0).width()).isLessThan(1e-3);
    SeparableCensus none = SeparableCensus.run(Functions.planar("x^4 + exp(y)"), cube(2, -1, 2));
    assertThat(none.isComplete()).isTrue();
    assertThat(none.count()).isZero();
    assertThat(none.undecidedExtents()).isEmpty();
  }
}
