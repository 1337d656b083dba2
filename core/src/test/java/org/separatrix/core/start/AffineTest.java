package org.separatrix.core.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.start.Samples.FALSE_ALARM;
import static org.separatrix.core.start.Samples.coordinate;
import static org.separatrix.core.start.Samples.draw;
import static org.separatrix.core.start.Samples.probabilityIfUniform;
import static org.separatrix.core.start.Samples.problem;

import java.util.Arrays;
import java.util.stream.Stream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class AffineTest {
  private static final int N = 40_000;

  @Test
  void startsLieExactlyOnAnAxis() {
    double[][] points = draw(uniform(new double[] {0, 0.5}, new double[][] {{1, 0}}, 2), 2, N);

    assertThat(coordinate(points, 1)).containsOnly(0.5);
    double[] shares = Arrays.stream(coordinate(points, 0)).map(x -> (x + 2) / 4).toArray();
    assertThat(probabilityIfUniform(shares)).isGreaterThan(FALSE_ALARM);
  }

  /** In the plane spanned by (1, 1, 0) and (0, 0, 2) the coefficients can be read off. */
  @Test
  void normalCoefficientsAreIndependentAndNormal() {
    Affine starts =
        new Affine(
            new Affine.Config(
                new double[] {1, 2, 3}, new double[][] {{1, 1, 0}, {0, 0, 2}}, null, 0.1),
            problem(3));
    NormalDistribution normal = new NormalDistribution(0, 0.1);

    double[][] points = draw(starts, 3, N);
    double[] first = Arrays.stream(coordinate(points, 0)).map(x -> x - 1).toArray();
    double[] second = Arrays.stream(coordinate(points, 2)).map(x -> (x - 3) / 2).toArray();

    assertThat(Arrays.stream(points).mapToDouble(x -> Math.abs(x[1] - x[0] - 1)).max())
        .hasValueCloseTo(0.0, within(1e-14));
    for (double[] sample : new double[][] {first, second}) {
      double[] shares = Arrays.stream(sample).map(normal::cumulativeProbability).toArray();
      assertThat(probabilityIfUniform(shares)).isGreaterThan(FALSE_ALARM);
    }
    assertThat(Math.abs(Samples.scaledCorrelation(first, second))).isLessThan(6);
  }

  static Stream<Arguments> spans() {
    return Stream.of(
        Arguments.of(false, new double[][] {{1, 0}}),
        Arguments.of(true, new double[][] {{1, 0}, {1e-6, 1e-6}}),
        Arguments.of(true, new double[][] {{1e300, 0}, {0, 1e-300}}),
        Arguments.of(false, new double[][] {{1, 2}, {2, 4}}),
        Arguments.of(false, new double[][] {{0.1, 0.3}, {0.7, 2.1}}),
        Arguments.of(false, new double[][] {{1, 2}, {2, 4}, {-3, -6}}),
        Arguments.of(true, new double[][] {{1, 2}, {2, 4}, {1, 0}}));
  }

  @ParameterizedTest
  @MethodSource("spans")
  void thereIsADensityIfTheDirectionsSpanTheSpace(boolean spans, double[][] directions) {
    Affine starts = uniform(new double[] {0, 0}, directions, 1);

    assertThat(starts.isAbsolutelyContinuous()).isEqualTo(spans);
  }

  private static Affine uniform(double[] through, double[][] directions, double extent) {
    return new Affine(new Affine.Config(through, directions, extent, null), problem(2));
  }
}
