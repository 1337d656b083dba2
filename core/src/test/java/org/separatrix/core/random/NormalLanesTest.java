package org.separatrix.core.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalLanesTest {
  /** The middle, the shoulders, the tails, and both sides of each seam. */
  private static final double[] SPECIAL = {
    0,
    0x1p-54,
    NormalQuantile.MIDDLE,
    Math.nextUp(NormalQuantile.MIDDLE),
    0.5 - Math.exp(-25),
    0.5 - 1.4e-11,
    0.5 - 1.3e-11,
    0.5 - 1e-13,
    Math.nextDown(0.5)
  };

  @Test
  void areTheQuantilesOneByOne() {
    double[] all =
        DoubleStream.concat(
                DoubleStream.of(SPECIAL).flatMap(q -> DoubleStream.of(q, -q)),
                IntStream.range(1, 2000).mapToDouble(i -> i / 2000.0 - 0.5))
            .toArray();
    double[] quantiles = new double[all.length + 3];
    System.arraycopy(all, 0, quantiles, 3, all.length);

    NormalLanes lanes = new NormalLanes();
    lanes.apply(new double[5], 0, 5);
    lanes.apply(quantiles, 3, all.length);

    for (int i = 0; i < all.length; i++) {
      assertThat(quantiles[3 + i])
          .as("quantile of %s", all[i])
          .isEqualTo(NormalQuantile.of(all[i]));
    }
    assertThat(quantiles).startsWith(0, 0, 0);
  }
}
