package org.separatrix.analysis.chain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.critical.CriticalPointSearch;

class NearestPointTest {
  /** A walk in small steps through all cells, against a search at each step. */
  @Test
  void whatIsNotLookedForAnewIsStillNearest() {
    List<CriticalPoint> points =
        new CriticalPointSearch(Functions.himmelblau(), 1).search().points();
    NearestPoint nearest = new NearestPoint(points);
    SplittableRandom random = new SplittableRandom(1);
    double[] x = {0, 0};
    int changes = 0;
    CriticalPoint last = points.get(0);
    for (int n = 0; n < 20_000; n++) {
      x[0] = Math.max(-5, Math.min(5, x[0] + random.nextDouble(-0.1, 0.1)));
      x[1] = Math.max(-5, Math.min(5, x[1] + random.nextDouble(-0.1, 0.1)));
      CriticalPoint found = nearest.to(x);
      double distance = found.distance(x);
      assertThat(points).allMatch(point -> point.distance(x) >= distance - 1e-12);
      changes += found.equals(last) ? 0 : 1;
      last = found;
    }
    assertThat(changes).isGreaterThan(20);
  }
}
