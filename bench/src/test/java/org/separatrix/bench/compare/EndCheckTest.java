package org.separatrix.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EndCheckTest {
  @Test
  void findsTheLargestDifference() {
    double[][] a = {{1, 100}, {0, 0}};
    double[][] b = {{1, 101}, {0, 0.001}};

    assertThat(EndCheck.largestDifference(a, b)).isEqualTo(0.01);
  }

  @Test
  void numbersThatAreNotFiniteDiffer() {
    assertThat(EndCheck.largestDifference(new double[][] {{1}}, new double[][] {{Double.NaN}}))
        .isInfinite();
  }

  @Test
  void countsRunsThatEscapeElsewhereOrNotAtAll() {
    double[][] ours = {{0, 0, 0}, {0.1, 0.1, -0.1}};
    double[][] theirs = {{0, 0, 0}, {0.2, -0.2, -0.01}};

    assertThat(EndCheck.sidesThatDiffer(ours, theirs)).isEqualTo(2);
  }
}
