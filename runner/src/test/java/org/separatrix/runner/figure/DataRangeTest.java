package org.separatrix.runner.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

class DataRangeTest {
  private static Scale scale(Axis axis, double... values) {
    Series data = Series.of(values);
    Layer curve = new Layer.Curve("", Role.MEASURED, data, data);
    return DataRange.vertical(Examples.of("values", Axis.linear("x"), axis, List.of(curve)));
  }

  private static void assertShows(Scale scale, double low, double high) {
    assertThat(scale.position(low)).isBetween(0.0, 1.0);
    assertThat(scale.position(high)).isBetween(0.0, 1.0);
    assertThat(TickMarks.of(scale, 8)).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "3, 3",
    "0, 0",
    "4.9e-324, 4.9e-324",
    "-1e-310, 1e-310",
    "1.7e308, 1.7e308",
    "0, 1.7976931348623157e308",
    "-8e307, 9e307",
    "-1.7976931348623157e308, -1.7976931348623157e308"
  })
  void aLinearAxisShowsAllValues(double low, double high) {
    assertShows(scale(Axis.linear("f"), low, high), low, high);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 2",
    "3, 3",
    "1e-300, 1e300",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "3e-308, 1.7976931348623157e308"
  })
  void aLogarithmicAxisShowsAllNormalNumbers(double low, double high) {
    assertShows(scale(Axis.logarithmic("f"), low, high), low, high);
  }

  @ParameterizedTest
  @CsvSource({"4.9e-324, 4.9e-324", "1e-320, 1e-310"})
  void whatIsTooSmallLiesBelowALogarithmicAxis(double low, double high) {
    Scale scale = scale(Axis.logarithmic("f"), low, high);

    assertThat(scale.position(high)).isNegative();
    assertThat(TickMarks.of(scale, 8)).isNotEmpty();
  }

  @Test
  void aRangeWhoseLengthOverflowsIsCut() {
    assertThat(scale(Axis.linear("f"), -1e308, 1e308).high()).isEqualTo(Double.MAX_VALUE / 4);
  }
}
