package org.separatrix.core.census;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.core.census.Functions.box;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.separatrix.core.interval.IntervalVector;

class BoxClustersTest {
  @Test
  void touchingBoxesAreOneGroup() {
    IntervalVector left = box(0, 1, 0, 1);
    IntervalVector corner = box(1, 2, 1, 2);
    IntervalVector far = box(4, 5, 0, 1);
    assertThat(BoxClusters.of(List.of(far, corner, left)))
        .containsExactly(List.of(left, corner), List.of(far));
    assertThat(BoxClusters.of(List.of())).isEmpty();
  }

  /** The same groups as by comparing each with each, in whatever order they come. */
  @RepeatedTest(8)
  void againstAllPairs(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    int d = 1 + repetition.getCurrentRepetition() % 4;
    List<IntervalVector> boxes = new ArrayList<>();
    for (int n = 0; n < 150; n++) {
      double[] bounds = new double[2 * d];
      for (int k = 0; k < d; k++) {
        bounds[2 * k] = random.nextDouble() * (d == 1 ? 100 : 8 / (double) d);
        bounds[2 * k + 1] = bounds[2 * k] + 0.3 * random.nextDouble();
      }
      boxes.add(box(bounds));
    }
    List<List<IntervalVector>> groups = BoxClusters.of(boxes);
    assertThat(groups.stream().mapToInt(List::size).sum()).isEqualTo(150);
    for (List<IntervalVector> group : groups) {
      assertThat(reached(group.get(0), boxes)).isEqualTo(group.size());
    }
    assertThat(groups).hasSizeGreaterThan(1);
    Collections.shuffle(boxes, random);
    assertThat(BoxClusters.of(boxes)).isEqualTo(groups);
  }

  private static int reached(IntervalVector start, List<IntervalVector> boxes) {
    List<IntervalVector> reached = new ArrayList<>(List.of(start));
    for (int n = 0; n < reached.size(); n++) {
      for (IntervalVector box : boxes) {
        IntervalVector near = reached.get(n).inflated(0.25, 0);
        if (!reached.contains(box) && !near.intersection(box.inflated(0.25, 0)).isEmpty()) {
          reached.add(box);
        }
      }
    }
    return reached.size();
  }
}
