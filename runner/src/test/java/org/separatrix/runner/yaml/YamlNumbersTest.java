package org.separatrix.runner.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlNumbersTest {
  @ParameterizedTest
  @CsvSource({
    "0.05, 0.05",
    "1000, 1000",
    "-2, -2",
    "1e-10, 1.0e-10",
    "1e8, 1.0e+8",
    "-1.25e-7, -1.25e-7",
    "0, 0",
    "-0.0, -0.0",
    "123456.75, 123456.75",
    "4.9e-324, 4.9e-324"
  })
  void writesNumbersAsAPersonWould(double value, String text) {
    assertThat(YamlNumbers.text(value)).isEqualTo(text);
  }

  @Test
  void readsWhatItWrites() {
    SplittableRandom random = new SplittableRandom(1);
    Scalars scalars = new Scalars(new Diagnostics());
    for (int i = 0; i < 100_000; i++) {
      double value = Double.longBitsToDouble(random.nextLong());
      if (Double.isFinite(value)) {
        YamlScalar text = YamlScalar.of(Location.of("x"), YamlNumbers.text(value), true);
        assertThat(scalars.number(text)).isEqualTo(value);
      }
    }
  }
}
