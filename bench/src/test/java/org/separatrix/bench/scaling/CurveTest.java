package org.separatrix.bench.scaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.bench.scaling.Curve.Point;

class CurveTest {
  @Test
  void saysWhereItDepartsFromLinear() {
    Curve curve =
        new Curve("c", List.of(new Point(10, 5), new Point(1000, 120), new Point(10_000, 1000)));

    assertThat(curve.ratioToLinear(curve.points().get(0))).isEqualTo(5);
    assertThat(curve.departure()).isEqualTo("c: within 25% of linear, but 5.0 times at 10.");
  }

  @Test
  void saysThatItIsLinear() {
    Curve curve = new Curve("c", List.of(new Point(1, 2), new Point(2, 4)));

    assertThat(curve.departure()).isEqualTo("c: linear, within 25%.");
  }
}
