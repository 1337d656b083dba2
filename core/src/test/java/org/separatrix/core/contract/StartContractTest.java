package org.separatrix.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.start.StartDistribution;

class StartContractTest {
  private interface Draw {
    void draw(RandomGenerator random, long run, double[] x);
  }

  @Test
  void acceptsAUniformDistribution() {
    assertThat(violations(StartContractTest::uniform)).isEmpty();
  }

  @Test
  void reportsADistributionOnALine() {
    assertThat(
            violations(
                (random, run, x) -> {
                  uniform(random, run, x);
                  x[1] = 2 * x[0];
                }))
        .containsExactly(
            "density: the points lie in a hyperplane, but isAbsolutelyContinuous() is true");
  }

  @Test
  void reportsAnAtom() {
    assertThat(
            violations(
                (random, run, x) -> {
                  uniform(random, run, x);
                  if (run > 10) {
                    x[0] = 1;
                    x[1] = 1;
                    x[2] = 1;
                  }
                }))
        .containsExactly("density: a point is drawn twice, but isAbsolutelyContinuous() is true");
  }

  @Test
  void reportsACoordinateThatIsNotWritten() {
    assertThat(violations((random, run, x) -> x[0] = random.nextDouble()))
        .singleElement()
        .satisfies(violation -> assertThat(violation).startsWith("point: run"));
  }

  @Test
  void reportsState() {
    AtomicInteger calls = new AtomicInteger();
    assertThat(
            violations(
                (random, run, x) -> {
                  uniform(random, run, x);
                  x[0] += calls.incrementAndGet();
                }))
        .singleElement()
        .satisfies(violation -> assertThat(violation).startsWith("state: run"));
  }

  private static void uniform(RandomGenerator random, long run, double[] x) {
    for (int k = 0; k < x.length; k++) {
      x[k] = random.nextDouble();
    }
  }

  private static List<String> violations(Draw draw) {
    return StartContract.violations(
        new StartDistribution() {
          @Override
          public void draw(RandomGenerator random, long run, double[] x) {
            draw.draw(random, run, x);
          }

          @Override
          public boolean isAbsolutelyContinuous() {
            return true;
          }
        },
        3,
        8);
  }
}
