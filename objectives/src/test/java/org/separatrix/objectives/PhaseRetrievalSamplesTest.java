package org.separatrix.objectives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.separatrix.core.contract.ObjectiveContract;

class PhaseRetrievalSamplesTest {
  private static final double[][] POINT = {{0.7}, {-0.4}, {0.3}};

  private static PhaseRetrievalSamples samples(int measurements) {
    return new PhaseRetrievalSamples(new PhaseRetrievalSamples.Config(3, measurements, 7));
  }

  @Test
  void keepsItsContract() {
    assertThat(ObjectiveContract.violations(samples(60), 1)).isEmpty();
  }

  /** The mean of many terms lies within six of its standard errors of the population's gradient. */
  @Test
  void manyMeasurementsGiveThePopulation() {
    int m = 100_000;
    PhaseRetrievalSamples sum = samples(m);
    double[] mean = new double[3];
    double[] squares = new double[3];
    double[][] g = new double[3][1];
    for (int term = 0; term < m; term++) {
      sum.gradient(POINT, new int[][] {{term}}, g, 1);
      for (int k = 0; k < 3; k++) {
        mean[k] += g[k][0] / m;
        squares[k] += g[k][0] * g[k][0] / m;
      }
    }
    double dot = POINT[0][0];
    double norm = 0.7 * 0.7 + 0.4 * 0.4 + 0.3 * 0.3;
    for (int k = 0; k < 3; k++) {
      double expected = (3 * norm - 1) * POINT[k][0] - (k == 0 ? 2 * dot : 0);
      double error = Math.sqrt((squares[k] - mean[k] * mean[k]) / m);
      assertThat(mean[k]).isCloseTo(expected, within(6 * error));
      assertThat(error).isLessThan(0.03);
    }
  }

  @Test
  void aBatchOfAllTermsIsTheWhole() {
    PhaseRetrievalSamples sum = samples(5);
    double[][] whole = new double[3][1];
    double[][] batch = new double[3][1];
    sum.gradient(POINT, whole, 1);
    sum.gradient(POINT, new int[][] {{4, 2, 0, 1, 3}}, batch, 1);
    for (int k = 0; k < 3; k++) {
      assertThat(batch[k][0]).isCloseTo(whole[k][0], within(1e-14));
    }
  }

  @Test
  void everyTermIsFittedByTheSignal() {
    double[][] g = new double[3][1];
    for (int term = 0; term < 20; term++) {
      samples(20).gradient(new double[][] {{-1}, {0}, {0}}, new int[][] {{term}}, g, 1);
      assertThat(g).isDeepEqualTo(new double[3][1]);
    }
  }

  @Test
  void fewerMeasurementsThanCoordinatesAreRefused() {
    assertThatThrownBy(() -> new PhaseRetrievalSamples.Config(3, 2, 1))
        .hasMessage("measurements is 2: it must be at least the dimension, 3");
  }
}
