package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.separatrix.api.figure.Axis;

class TickMarksTest {
  @Test
  void roundNumbersAreMarked() {
    assertThat(labels(Axis.Scale.LINEAR, -0.1, 2.1, 8))
        .containsExactly("0", "0.5", "1.0", "1.5", "2.0");
    assertThat(labels(Axis.Scale.LINEAR, -1_500, 1_500, 4)).containsExactly("−1,000", "0", "1,000");
    assertThat(labels(Axis.Scale.LINEAR, 0, 3e-7, 4))
        .containsExactly("0", "1×10⁻⁷", "2×10⁻⁷", "3×10⁻⁷");
    assertThat(labels(Axis.Scale.LINEAR, 1.00001, 1.00004, 4))
        .containsExactly("1.00001", "1.00002", "1.00003", "1.00004");
  }

  @Test
  void decadesAreMarked() {
    assertThat(labels(Axis.Scale.LOGARITHMIC, 0.5, 2e4, 8))
        .containsExactly("1", "10", "100", "1,000", "10,000");
    assertThat(labels(Axis.Scale.LOGARITHMIC, 3e-9, 2, 5))
        .containsExactly("10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰");
    assertThat(labels(Axis.Scale.LOGARITHMIC, 1e-300, 1e300, 6)).hasSizeBetween(3, 6);
  }

  @Test
  void hardlyADecadeIsMarkedWithin() {
    assertThat(labels(Axis.Scale.LOGARITHMIC, 0.15, 0.9, 6)).containsExactly("0.2", "0.5");
    assertThat(labels(Axis.Scale.LOGARITHMIC, 3.1, 3.9, 5)).hasSizeBetween(2, 5);
  }

  @Test
  void anyRangeHasMarksWithinItAndNotTooMany() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      double low = Math.pow(10, 40 * random.nextDouble() - 20);
      double high = low * (1 + Math.pow(10, 20 * random.nextDouble() - 9));
      int most = 2 + random.nextInt(9);
      for (Axis.Scale kind : Axis.Scale.values()) {
        List<TickMark> marks = TickMarks.of(new Scale(kind, low, high), most);
        assertThat(marks.stream().filter(TickMark::isLabelled).count())
            .as("%s %s %s %s", kind, low, high, most)
            .isBetween(1L, (long) most);
        double slack = 1e-8 * (high - low);
        assertThat(marks)
            .allMatch(mark -> mark.value() >= low - slack && mark.value() <= high + slack);
      }
    }
  }

  private static List<String> labels(Axis.Scale kind, double low, double high, int most) {
    return TickMarks.of(new Scale(kind, low, high), most).stream()
        .filter(TickMark::isLabelled)
        .map(TickMark::label)
        .toList();
  }
}
