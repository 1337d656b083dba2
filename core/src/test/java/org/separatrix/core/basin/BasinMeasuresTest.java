package org.separatrix.core.basin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.separatrix.core.random.RandomStreams;

/**
 * Measures of maps against published values: those of the test suite of Attractors.jl 1.x, and of
 * the papers that it cites.
 */
class BasinMeasuresTest {
  private static final LabelRaster HALVES = LabelRaster.of(300, 300, (i, j) -> i < 150 ? 0 : 1);

  private static final LabelRaster GREBOGI = PublishedMaps.grebogi(300);

  private static final LabelRaster CHECKERBOARD = LabelRaster.of(300, 300, (i, j) -> (i + j) % 2);

  /** The published box-counting dimension is 1.42. */
  @Test
  void dimensionOfTheBoundaryOfNewtonsMap() {
    BoundaryDimension measured = BoundaryDimension.of(PublishedMaps.newton(300), 5, 30);

    assertThat(measured.dimension()).isCloseTo(1.42, within(0.05));
    assertThat(measured.uncertaintyExponent()).isBetween(0.55, 0.65);
    assertThat(measured.error()).isLessThan(0.03);
  }

  /** The paper gives about 0.2; on 251 x 251 cells it comes out between 0.2 and 0.3. */
  @Test
  void uncertaintyExponentOfTheFirstMapStudied() {
    double exponent = BoundaryDimension.of(PublishedMaps.grebogi(251), 3, 15).uncertaintyExponent();

    assertThat(exponent).isBetween(0.2, 0.3);
  }

  @Test
  void entropyOfTheFirstMapStudied() {
    BasinEntropy measured = BasinEntropy.of(GREBOGI, 6);

    assertThat(measured.entropy()).isBetween(0.4, 0.42);
    assertThat(measured.boundaryEntropy()).isBetween(0.6, 0.61);
  }

  /** A straight boundary has dimension 1; boxes that it divides in halves have the entropy ln 2. */
  @Test
  void measuresOfAStraightBoundary() {
    assertThat(BoundaryDimension.of(HALVES, 4, 4).counts()).containsExactly(75L);
    LabelRaster shifted = LabelRaster.of(300, 300, (i, j) -> i < 151 ? 0 : 1);
    assertThat(BoundaryDimension.of(shifted, 4, 37).dimension()).isCloseTo(1, within(0.05));

    BasinEntropy entropy = BasinEntropy.of(HALVES, 20);
    assertThat(entropy.boundaryEntropy()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(entropy.entropy()).isCloseTo(Math.log(2) / 15, within(1e-12));
  }

  @Test
  void measuresOfFullMixing() {
    BasinEntropy entropy = BasinEntropy.of(CHECKERBOARD, 4);

    assertThat(entropy.entropy()).isCloseTo(Math.log(2), within(1e-12));
    assertThat(BoundaryDimension.of(CHECKERBOARD, 2, 10).dimension()).isCloseTo(2, within(0.02));
  }

  @Test
  void aSingleBasinHasNoBoundary() {
    LabelRaster one = LabelRaster.of(100, 100, (i, j) -> 7);

    assertThat(BasinEntropy.of(one, 10)).isEqualTo(new BasinEntropy(0, 0));
    assertThat(BoundaryDimension.of(one, 2, 10).counts()).isEmpty();
    assertThat(BoundaryDimension.of(one, 2, 10).dimension()).isNaN();
    assertThat(new BoundaryDistance(one).from(3, 4)).isInfinite();
    assertThatThrownBy(() -> FractalBoundaryTest.of(one, 5, 100, RandomStreams.stream(1)))
        .hasMessage("no disc of radius 5 meets a boundary");
  }

  /** As in the tests of Attractors.jl: fractal for the first map studied, smooth for Henon's. */
  @Test
  void fractalAndSmoothBoundariesAreToldApart() {
    FractalBoundaryTest grebogi = FractalBoundaryTest.of(GREBOGI, 5, 1000, RandomStreams.stream(1));
    FractalBoundaryTest henon =
        FractalBoundaryTest.of(PublishedMaps.henon(300), 5, 1000, RandomStreams.stream(1));

    assertThat(grebogi.isSmooth()).isFalse();
    assertThat(henon.isSmooth()).isTrue();
    assertThat(grebogi.boundaryEntropy()).isGreaterThan(henon.boundaryEntropy());
  }

  @Test
  void distancesFromAStraightBoundary() {
    BoundaryDistance distance = new BoundaryDistance(HALVES);

    assertThat(distance.from(150, 20)).isZero();
    assertThat(distance.from(140.5, 200)).isEqualTo(9.5);
    assertThat(distance.from(0, 0)).isEqualTo(150);
  }

  /** Against all edges of a circle's raster, one by one. */
  @Test
  void distancesFromACircle() {
    LabelRaster circle =
        LabelRaster.of(60, 40, (i, j) -> Math.hypot(i - 25.3, j - 18.6) < 11 ? 1 : 0);
    BoundaryDistance distance = new BoundaryDistance(circle);

    for (double x = 0; x <= 60; x += 3.5) {
      for (double y = 0; y <= 40; y += 2.5) {
        assertThat(distance.from(x, y)).isCloseTo(nearestEdge(circle, x, y), within(1e-12));
      }
    }
  }

  /** Corners and middles of edges are all that a place at a half cell can be nearest to. */
  private static double nearestEdge(LabelRaster raster, double x, double y) {
    double nearest = Double.POSITIVE_INFINITY;
    for (int i = 0; i < raster.width(); i++) {
      for (int j = 0; j < raster.height(); j++) {
        if (i > 0 && raster.label(i, j) != raster.label(i - 1, j)) {
          nearest = Math.min(nearest, segment(x - i, y - j));
        }
        if (j > 0 && raster.label(i, j) != raster.label(i, j - 1)) {
          nearest = Math.min(nearest, segment(y - j, x - i));
        }
      }
    }
    return nearest;
  }

  /** Distance from the segment between (0, 0) and (0, 1). */
  private static double segment(double across, double along) {
    return Math.hypot(across, Math.max(0, Math.max(-along, along - 1)));
  }

  @Test
  void rastersAreCountedAndCompared() {
    LabelRaster thirds = LabelRaster.of(300, 300, (i, j) -> i < 100 ? 5 : 9);

    assertThat(thirds.counts()).containsEntry(5, 30_000L).containsEntry(9, 60_000L).hasSize(2);
    assertThat(HALVES.confusion(thirds).get(0)).containsEntry(5, 30_000L).containsEntry(9, 15_000L);
    assertThat(HALVES.confusion(thirds).get(1)).containsExactly(Map.entry(9, 45_000L));
    assertThat(thirds.isBoundary(99, 0)).isTrue();
    assertThat(thirds.isBoundary(98, 0)).isFalse();
    assertThatThrownBy(() -> HALVES.confusion(LabelRaster.of(2, 2, new int[4])))
        .hasMessageContaining("300 x 300 cells is compared with one of 2 x 2");
    assertThatThrownBy(() -> LabelRaster.of(2, 2, new int[3]))
        .hasMessage("3 labels do not fill 2 columns and 2 rows");
  }
}
