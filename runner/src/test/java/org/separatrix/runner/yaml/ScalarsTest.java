package org.separatrix.runner.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScalarsTest {
  private final Diagnostics diagnostics = new Diagnostics();
  private final Scalars scalars = new Scalars(diagnostics);

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "5, 5",
    "-5, -5",
    "+5, 5",
    "0.5, 0.5",
    ".5, 0.5",
    "5., 5",
    "1e-3, 0.001",
    "1E3, 1000",
    "1.5e+3, 1500",
    "100_000, 100000",
    "4.9e-324, 4.9e-324",
    "1.7976931348623157e308, 1.7976931348623157e308",
    "-0.0, -0.0",
    "0e5, 0"
  })
  void readsNumbers(String text, double value) {
    assertThat(scalars.number(plain(text))).isEqualTo(value);
    diagnostics.throwIfAny();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "010",
        "0o10",
        "-007",
        "00.5",
        "0x10",
        "1:30",
        ".nan",
        "NaN",
        ".inf",
        "-.INF",
        "Infinity",
        "1e400",
        "1e-400",
        "1_0",
        "_1",
        "1__000",
        "one",
        "e",
        ".",
        "1e",
        "1 2",
        "1,5",
        "0b1",
        "true",
        "1e9999999999",
        "5f",
        "5d"
      })
  void refusesWhatIsNoNumberEverywhere(String text) {
    assertThat(scalars.number(plain(text))).isNull();
    assertThatThrownBy(diagnostics::throwIfAny).isInstanceOf(InvalidStudyException.class);
  }

  @ParameterizedTest
  @CsvSource({
    "1000, 1000",
    "1e5, 100000",
    "100_000, 100000",
    "-3, -3",
    "2.0, 2",
    "1.5e1, 15",
    "9223372036854775807, 9223372036854775807"
  })
  void readsWholeNumbers(String text, long value) {
    assertThat(scalars.whole(plain(text), Long.MIN_VALUE, Long.MAX_VALUE)).isEqualTo(value);
    diagnostics.throwIfAny();
  }

  /** The last one would fill the memory if it were written out. */
  @ParameterizedTest
  @ValueSource(strings = {"1.5", "1e-3", "9223372036854775808", "1e19", "1e999999999"})
  void refusesWhatIsNoWholeNumber(String text) {
    assertThat(scalars.whole(plain(text), Long.MIN_VALUE, Long.MAX_VALUE)).isNull();
    assertThatThrownBy(diagnostics::throwIfAny).isInstanceOf(InvalidStudyException.class);
  }

  @Test
  void advisesOnNumbersInQuotes() {
    assertThat(scalars.number(YamlScalar.of(Location.of("x"), "0.5", false))).isNull();
    assertThatThrownBy(diagnostics::throwIfAny)
        .hasMessage("x: expected a number, but got the text \"0.5\".\nMaybe remove the quotes.");
  }

  @Test
  void readsTruth() {
    assertThat(scalars.truth(plain("true"))).isTrue();
    assertThat(scalars.truth(plain("false"))).isFalse();
    diagnostics.throwIfAny();
  }

  @ParameterizedTest
  @CsvSource({"yes, true", "No, false", "on, true", "off, false", "TRUE, true", "n, false"})
  void advisesOnOtherWordsForTruth(String word, boolean meant) {
    assertThat(scalars.truth(plain(word))).isNull();
    assertThatThrownBy(diagnostics::throwIfAny)
        .hasMessageEndingWith("\nMaybe write " + meant + ".");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "y", "n", "lee-2016", "x^2/2", "1st", "e", "pi"})
  void readsPlainText(String text) {
    assertThat(scalars.text(plain(text))).isEqualTo(text);
    diagnostics.throwIfAny();
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016", "1e5", "010", "yes", "False", "null", "~", "", ".nan", "1_000"})
  void wantsQuotesAroundTextThatLooksOtherwise(String text) {
    assertThat(scalars.text(plain(text))).isNull();
    assertThatThrownBy(diagnostics::throwIfAny).isInstanceOf(InvalidStudyException.class);
    assertThat(scalars.text(YamlScalar.of(Location.of("x"), text, false))).isEqualTo(text);
  }

  private static YamlScalar plain(String text) {
    return YamlScalar.of(Location.of("x"), text, true);
  }
}
