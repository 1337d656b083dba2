package org.separatrix.api.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.random.LaneRandom;

class UniformPointTest {
  private static final int DRAWS = 100_000;

  /**
   * The share of draws within radius s is s^d, and half of them have a positive coordinate. A
   * binomial share is off by 5.5 standard deviations with probability 4e-8; there are 10 of each.
   */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void isUniformInTheBall(int dimension) {
    SplittableRandom random = new SplittableRandom(11);
    double[] point = new double[dimension];
    int[] within = new int[10];
    int positive = 0;
    for (int n = 0; n < DRAWS; n++) {
      UniformPoint.ofBall(random, 2.0, point);
      double squares = 0;
      for (double coordinate : point) {
        squares += coordinate * coordinate;
      }
      assertThat(squares).isLessThanOrEqualTo(4 * (1 + 1e-14));
      double volume = Math.pow(Math.sqrt(squares) / 2, dimension);
      for (int j = 1; j < 10; j++) {
        within[j] += volume <= j / 10.0 ? 1 : 0;
      }
      positive += point[dimension - 1] > 0 ? 1 : 0;
    }
    for (int j = 1; j < 10; j++) {
      assertShare(within[j], j / 10.0);
    }
    assertShare(positive, 0.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 10})
  void drawsTheSamePointsForManyRunsAtOnce(int dimension) {
    int count = 50;
    double[][] points = new double[dimension][count + 2];
    UniformPoint.ofBall(LaneRandom.of(streams(count)), 0.3, points, 2);

    RandomGenerator[] streams = streams(count);
    double[] one = new double[dimension];
    for (int n = 0; n < count; n++) {
      UniformPoint.ofBall(streams[n], 0.3, one);
      for (int k = 0; k < dimension; k++) {
        assertThat(points[k][2 + n]).isEqualTo(one[k]);
      }
    }
    assertThat(points[0]).startsWith(0, 0);
  }

  private static RandomGenerator[] streams(int count) {
    return IntStream.range(0, count)
        .mapToObj(SplittableRandom::new)
        .toArray(RandomGenerator[]::new);
  }

  private static void assertShare(int count, double probability) {
    double deviation = Math.sqrt(probability * (1 - probability) / DRAWS);
    assertThat(count / (double) DRAWS).isCloseTo(probability, within(5.5 * deviation));
  }
}
