package org.separatrix.analysis.geometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.analysis.StepMap;

/** On (x, y) -> (x/2, 2y + 0.7 x^2), whose stable manifold is y = -0.4 x^2. */
class SideBisectionTest {
  private static final double[] BASE = {0.5, 0};
  private static final double CROSSING = -0.1;

  /** Steps are counted. */
  private static final class Bent implements StepMap {
    private long steps;

    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public double[] lift(double[] x) {
      return x.clone();
    }

    @Override
    public double[] position(double[] state) {
      return state.clone();
    }

    @Override
    public void apply(double[] state, double[] next) {
      next[0] = state[0] / 2;
      next[1] = 2 * state[1] + 0.7 * state[0] * state[0];
      steps++;
    }
  }

  private static SideBisection bisection(StepMap map) {
    return new SideBisection(map, new double[2], new double[] {0, 1}, 1);
  }

  /** The manifold, its neighbour, the wrong side, either end of the interval and outside of it. */
  @ParameterizedTest
  @CsvSource({
    "-0.1, 1e-15",
    "-0.1000001, 1e-15",
    "0.2, 1e-15",
    "0.5, 1e-15",
    "-0.5, 1e-15",
    "7, 1e-15",
    "-0.1, 1e-300",
    "-0.1, 0"
  })
  void findsTheCrossingWhateverIsExpected(double expected, double error) {
    SideBisection.Place place =
        bisection(new Bent()).along(BASE, 0.5, expected, error).orElseThrow();

    assertThat(place.offset()).isCloseTo(CROSSING, within(1e-15));
    assertThat(place.width()).isLessThan(1e-16);
  }

  @Test
  void isNoMorePreciseThanAskedFor() {
    SideBisection.Place place = bisection(new Bent()).along(BASE, 0.5, -0.1, 1e-6).orElseThrow();

    assertThat(place.offset()).isCloseTo(CROSSING, within(place.width()));
    assertThat(place.width()).isBetween(1e-9, 1e-6 / 64);
  }

  @Test
  void whatIsExpectedSavesRuns() {
    Bent informed = new Bent();
    Bent misled = new Bent();

    bisection(informed).along(BASE, 0.5, -0.1, 1e-13);
    bisection(misled).along(BASE, 0.5, 0.3, 1e-13);

    assertThat(informed.steps).isLessThan(misled.steps / 2);
  }

  /** On the axis x = 0 the crossing is at 0 exactly, and the run from there stands still. */
  @Test
  void aRunThatStandsStillIsTheCrossing() {
    Bent map = new Bent();
    SideBisection.Place place = bisection(map).along(new double[2], 0.5, 0, 1e-13).orElseThrow();

    assertThat(place).isEqualTo(new SideBisection.Place(0, 0));
    assertThat(map.steps).isLessThan(2000);
  }

  @Test
  void findsNothingWhereBothEndsLeaveToOneSide() {
    assertThat(bisection(new Bent()).along(BASE, 0.05, CROSSING, 1e-12)).isEmpty();
  }
}
