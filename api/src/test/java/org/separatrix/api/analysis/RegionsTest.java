package org.separatrix.api.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.StopRule.Region;
import org.separatrix.api.objective.Box;

class RegionsTest {
  private static final int LANES = 1000;
  private static final double[] AXIS = {0.6, 0.8, 0};

  private final Region box = Regions.box(new Box(new double[] {-1, 0}, new double[] {1, 3}));
  private final Region slab = Regions.cylinder(new double[] {1, 2, 3}, List.of(AXIS), 0.5);

  @Test
  void aBoxHasItsBoundary() {
    double[][] x = {{-1, 1, 0, Math.nextUp(1.0), 0, Double.NaN, 0}, {0, 3, 1, 1, -0.0, 1, -1e-320}};

    assertThat(contained(box, x, 7)).containsExactly(true, true, true, false, true, false, false);
    assertThat(marked(box, x, 7)).containsExactly(false, false, false, true, false, true, true);
  }

  @Test
  void aSlabIsNotEndedAcrossItsAxis() {
    double[][] x = {{1, 1e9 * 0.8 + 1, 1.31, 1.29}, {2, -1e9 * 0.6 + 2, 2.4, 2.4}, {9, 3, 3, -70}};

    assertThat(contained(slab, x, 4)).containsExactly(true, true, false, true);
  }

  @Test
  void aBallHasAsManyAxesAsThereAreCoordinates() {
    Region ball =
        Regions.cylinder(
            new double[2], List.of(new double[] {0.6, 0.8}, new double[] {-0.8, 0.6}), 5);

    assertThat(contained(ball, new double[][] {{3, 3.001, 0}, {-3.999, -4, 5.001}}, 3))
        .containsExactly(true, false, false);
  }

  /** What lies within a rounding of the boundary may be marked, what lies outside must. */
  @Test
  void marksWhatLiesOutside() {
    Random random = new Random(5);
    double[][] x = new double[3][LANES];
    for (int i = 0; i < LANES; i++) {
      double along = (i % 2 == 0 ? 0.5 : 1) * (1 + 1e-15 * random.nextInt(-5, 6));
      double across = random.nextGaussian();
      x[0][i] = 1 + along * AXIS[0] - across * AXIS[1];
      x[1][i] = 2 + along * AXIS[1] + across * AXIS[0];
      x[2][i] = random.nextGaussian();
    }
    x[0][0] = 1;
    x[1][0] = 2;
    x[2][1] = Double.NaN;
    x[0][1] = Double.NEGATIVE_INFINITY;

    boolean[] contained = contained(slab, x, LANES);
    boolean[] marked = marked(slab, x, LANES);
    int inside = 0;
    for (int i = 0; i < LANES; i++) {
      assertThat(contained[i] || marked[i]).as("lane %d", i).isTrue();
      inside += contained[i] ? 1 : 0;
    }
    assertThat(inside).isBetween(LANES / 20, LANES / 2);
    assertThat(marked[0]).isFalse();
  }

  @Test
  void aRegionOfAnyKindMarksWhatItDoesNotContain() {
    Region left = (x, lane) -> x[0][lane] < 0;

    assertThat(marked(left, new double[][] {{-1, 1, -2, 0, 5}}, 4))
        .containsExactly(false, true, false, true);
  }

  private static boolean[] contained(Region region, double[][] x, int lanes) {
    boolean[] contained = new boolean[lanes];
    for (int i = 0; i < lanes; i++) {
      contained[i] = region.contains(x, i);
    }
    return contained;
  }

  /** Marks that were there before stay. */
  private static boolean[] marked(Region region, double[][] x, int lanes) {
    double[] marks = new double[x[0].length];
    double[] others = new double[x[0].length];
    Arrays.fill(others, 2);
    region.markOutside(x, lanes, marks);
    region.markOutside(x, lanes, others);
    boolean[] marked = new boolean[lanes];
    for (int i = 0; i < lanes; i++) {
      marked[i] = marks[i] != 0;
      assertThat(others[i]).isNotZero();
    }
    return marked;
  }
}
