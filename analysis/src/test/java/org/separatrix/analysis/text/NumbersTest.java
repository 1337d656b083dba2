package org.separatrix.analysis.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "0.88, 0.88",
    "1.1, 1.1",
    "286.123456, 286.1",
    "123456, 123500",
    "12345678, 1.235e7",
    "-0.00001234, -1.234e-5",
    "0.001, 0.001",
    "NaN, NaN",
    "Infinity, Infinity"
  })
  void numbers(double value, String text) {
    assertThat(Numbers.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0 points", "1, 1 point", "2, 2 points", "2000, '2,000 points'"})
  void countsHaveTheirNouns(long count, String text) {
    assertThat(Numbers.plural(count, "point")).isEqualTo(text);
  }

  /** Rounded up, so that what is printed still is a bound. */
  @ParameterizedTest
  @CsvSource({
    "2.9957e-5, 3.0e-5",
    "3.01e-5, 3.1e-5",
    "0.0301, 0.031",
    "1, 1",
    "0.2, 0.21",
    "NaN, NaN"
  })
  void upperBounds(double bound, String text) {
    assertThat(Numbers.upperBound(bound)).isEqualTo(text);
  }

  @Test
  void countsSharesAndPoints() {
    assertThat(Numbers.count(1_234_567)).isEqualTo("1,234,567");
    assertThat(Numbers.percent(0.95)).isEqualTo("95%");
    assertThat(Numbers.percent(Double.NaN)).isEqualTo("NaN%");
    assertThat(Numbers.percent(0.015321)).isEqualTo("1.53%");
    assertThat(Numbers.point(new double[] {0, -1})).isEqualTo("(0, -1)");
    assertThat(Numbers.point(new double[5])).isEqualTo("(0, 0, 0, ...)");
  }
}
