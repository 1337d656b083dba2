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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.random.NumberedStreams;
import org.separatrix.core.random.RandomStreams;

/**
 * The tests on samples have fixed seeds, and a false alarm less often than once in 10^6 of them.
 */
class ContinuousStartsTest {
  private static final int N = 40_000;

  /** Of a correlation of independent samples, in standard deviations. */
  private static final double SIX_SIGMA = 6;

  @Test
  void aBoxIsFilledEvenly() {
    Box box = new Box(new double[] {-2, 10}, new double[] {-1, 30});
    UniformBox starts = new UniformBox(new UniformBox.Config(null, null, box), problem(2));

    double[][] points = draw(starts, 2, N);
    double[] first = Arrays.stream(coordinate(points, 0)).map(x -> x + 2).toArray();
    double[] second = Arrays.stream(coordinate(points, 1)).map(x -> (x - 10) / 20).toArray();

    assertThat(probabilityIfUniform(first)).isGreaterThan(FALSE_ALARM);
    assertThat(probabilityIfUniform(second)).isGreaterThan(FALSE_ALARM);
    assertThat(centredCorrelation(first, second)).isLessThan(SIX_SIGMA);
    assertThat(starts.isAbsolutelyContinuous()).isTrue();
    assertThat(starts.count()).isEmpty();
  }

  static Stream<LaneStarts> startsOfManyRuns() {
    double[] center = {1, -2, 300};
    return Stream.of(
        new UniformBox(Box.cube(3, -2, 5)),
        new Gaussian(new Gaussian.Config(center, 0.3), problem(3)),
        new UniformBall(center, 0.7));
  }

  @ParameterizedTest
  @MethodSource("startsOfManyRuns")
  void theSamePointsAreDrawnAtOnce(LaneStarts starts) {
    int count = 40;
    NumberedStreams streams = new NumberedStreams();
    streams.begin(7, 90, count);
    double[][] all = new double[3][count + 5];
    starts.drawAll(streams, all, 4);

    double[] one = new double[3];
    for (int n = 0; n < count; n++) {
      starts.draw(RandomStreams.numbered(7, 90 + n), 90 + n, one);
      assertThat(new double[] {all[0][4 + n], all[1][4 + n], all[2][4 + n]}).isEqualTo(one);
    }
  }

  @Test
  void aBoxIsTheDomainUnlessItIsGiven() {
    assertThat(boxOf(null, null)).isEqualTo(Box.cube(2, -1, 3));
    assertThat(boxOf(-5.0, null)).isEqualTo(Box.cube(2, -5, 3));
    assertThat(boxOf(null, 0.0)).isEqualTo(Box.cube(2, -1, 0));
    assertThat(boxOf(7.0, 8.0)).isEqualTo(Box.cube(2, 7, 8));
  }

  @Test
  void aGaussianHasItsMeanAndSpread() {
    StartDistribution starts =
        new Gaussian(new Gaussian.Config(new double[] {3, -4}, 0.5), problem(2));
    NormalDistribution normal = new NormalDistribution();

    double[][] points = draw(starts, 2, N);
    double[] first = Arrays.stream(coordinate(points, 0)).map(x -> (x - 3) / 0.5).toArray();
    double[] second = Arrays.stream(coordinate(points, 1)).map(x -> (x + 4) / 0.5).toArray();

    for (double[] z : new double[][] {first, second}) {
      assertThat(
              probabilityIfUniform(Arrays.stream(z).map(normal::cumulativeProbability).toArray()))
          .isGreaterThan(FALSE_ALARM);
      assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, within(6 / Math.sqrt(N)));
      assertThat(Arrays.stream(z).map(v -> v * v).average().orElseThrow())
          .isCloseTo(1, within(6 * Math.sqrt(2.0 / N)));
    }
    assertThat(Math.abs(Samples.scaledCorrelation(first, second))).isLessThan(SIX_SIGMA);
    assertThat(starts.isAbsolutelyContinuous()).isTrue();
  }

  /** The share of a ball of radius R within distance r of the center is (r / R)^d. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 20})
  void aBallIsFilledEvenly(int dimension) {
    double[] center = new double[dimension];
    Arrays.fill(center, 5);
    StartDistribution starts =
        new UniformBall(new UniformBall.Config(center, 0.25), problem(dimension));

    double[] distances = distances(draw(starts, dimension, N), center);
    double[] shares = Arrays.stream(distances).map(r -> Math.pow(r / 0.25, dimension)).toArray();

    assertThat(Arrays.stream(distances).max().orElseThrow()).isLessThanOrEqualTo(0.25 + 1e-14);
    assertThat(probabilityIfUniform(shares)).isGreaterThan(FALSE_ALARM);
    if (dimension > 1) {
      double[] withoutRoot = Arrays.stream(distances).map(r -> r / 0.25).toArray();
      assertThat(probabilityIfUniform(withoutRoot)).isLessThan(1e-100);
    }
    assertThat(starts.isAbsolutelyContinuous()).isTrue();
  }

  /** On a sphere in three dimensions each coordinate is uniform (Archimedes). */
  @Test
  void aSphereIsCoveredEvenly() {
    double[] center = {1, 2, 3};
    StartDistribution starts = new UniformSphere(new UniformSphere.Config(center, 2), problem(3));

    double[][] points = draw(starts, 3, N);

    assertThat(Arrays.stream(distances(points, center)).map(r -> Math.abs(r - 2)).max())
        .hasValueCloseTo(0.0, within(1e-14));
    for (int k = 0; k < 3; k++) {
      double shift = center[k];
      double[] shares =
          Arrays.stream(coordinate(points, k)).map(x -> (x - shift + 2) / 4).toArray();
      assertThat(probabilityIfUniform(shares)).isGreaterThan(FALSE_ALARM);
    }
    assertThat(starts.isAbsolutelyContinuous()).isFalse();
  }

  @Test
  @SuppressWarnings("NullAway") // javac loses @Nullable of an array in a record's constructor
  void aSphereInOneDimensionIsTwoPoints() {
    StartDistribution starts = new UniformSphere(new UniformSphere.Config(null, 2), problem(1));

    assertThat(coordinate(draw(starts, 1, 100), 0)).containsOnly(-2, 2).contains(-2, 2);
  }

  private static Box boxOf(@Nullable Double low, @Nullable Double high) {
    return new UniformBox.Config(low, high, null).boxFor(problem(2));
  }

  private static double centredCorrelation(double[] first, double[] second) {
    return Math.abs(
        Samples.scaledCorrelation(
            Arrays.stream(first).map(u -> u - 0.5).toArray(),
            Arrays.stream(second).map(u -> u - 0.5).toArray()));
  }

  private static double[] distances(double[][] points, double[] center) {
    return Arrays.stream(points)
        .mapToDouble(
            x -> {
              double sum = 0;
              for (int k = 0; k < x.length; k++) {
                sum += (x[k] - center[k]) * (x[k] - center[k]);
              }
              return Math.sqrt(sum);
            })
        .toArray();
  }
}
