package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;

class NearestNeighboursTest {
  @Test
  void areThoseOfAllPairs() {
    SplittableRandom random = new SplittableRandom(3);
    List<CriticalPoint> points =
        Stream.generate(() -> point(random.doubles(5, -1, 1).toArray())).limit(60).toList();

    double[] distances = new NearestNeighbours(points).distances(Map.of());

    for (int i = 0; i < points.size(); i++) {
      double nearest = Double.POSITIVE_INFINITY;
      for (int j = 0; j < points.size(); j++) {
        double distance = points.get(i).distance(points.get(j).x());
        nearest = i == j ? nearest : Math.min(nearest, distance);
      }
      assertThat(distances[i]).isEqualTo(nearest);
    }
  }

  @Test
  void areTheSameFromThoseAmongFewerPoints() {
    SplittableRandom random = new SplittableRandom(4);
    List<CriticalPoint> points =
        Stream.generate(() -> point(random.doubles(3, -1, 1).toArray())).limit(80).toList();
    double[] all = new NearestNeighbours(points).distances(Map.of());

    for (int fewer : new int[] {1, 50, 79}) {
      Map<PointKey, Double> known = distances(points.subList(0, fewer));
      assertThat(new NearestNeighbours(points).distances(known)).containsExactly(all);
      assertThat(known.values()).anyMatch(distance -> distance > all[0]);
      // One that was the neighbour of others, and is there no more.
      known.put(new PointKey(new double[] {9, 9, 9}), 1.0);
      known.put(new PointKey(points.get(0).x()), all[0] / 2);
      assertThat(new NearestNeighbours(points).distances(known)).containsExactly(all);
    }
  }

  private static Map<PointKey, Double> distances(List<CriticalPoint> points) {
    double[] distances = new NearestNeighbours(points).distances(Map.of());
    Map<PointKey, Double> known = new HashMap<>();
    for (int i = 0; i < distances.length; i++) {
      known.put(new PointKey(points.get(i).x()), distances[i]);
    }
    return known;
  }

  @Test
  void pointsAtOnePlaceAreNoNeighbours() {
    List<CriticalPoint> points =
        DoubleStream.of(1, 4, 1).mapToObj(x -> point(new double[] {x})).toList();

    assertThat(new NearestNeighbours(points).distances(Map.of())).containsExactly(3, 3, 3);
    assertThat(new NearestNeighbours(points.subList(1, 2)).distances(Map.of()))
        .containsExactly(Double.POSITIVE_INFINITY);
  }

  private static CriticalPoint point(double[] x) {
    return new CriticalPoint(
        "",
        x,
        0,
        0,
        new double[x.length],
        new double[x.length][x.length],
        CriticalPointKind.DEGENERATE,
        Status.ESTIMATED);
  }
}
