package org.separatrix.runner.input;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InputFileTest {
  /** The first digits of the SHA-256 of "abc". */
  private static final String DIGITS = "ba7816bf8f01cfea";

  @TempDir private Path folder = Path.of("");

  private InputFile file(String name) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return InputFile.read(Files.writeString(file, "abc")).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "starts.csv, starts-sha256-DIGITS.csv",
    "two words.tar.gz, two_words.tar-sha256-DIGITS.gz",
    "noextension, noextension-sha256-DIGITS",
    ".hidden, .hidden-sha256-DIGITS",
    "starts-sha256-0123456789abcdef.csv, starts-sha256-0123456789abcdef-sha256-DIGITS.csv",
    "starts-sha256-DIGITS.csv, starts-sha256-DIGITS.csv"
  })
  void copiesAreNamedByTheirContent(String name, String copy) throws IOException {
    assertThat(file(name.replace("DIGITS", DIGITS)).copyName())
        .isEqualTo("inputs/" + copy.replace("DIGITS", DIGITS));
  }

  @Test
  void longNamesAreCut() throws IOException {
    assertThat(file("x".repeat(240) + ".csv").copyName())
        .isEqualTo("inputs/" + "x".repeat(100) + "-sha256-" + DIGITS + ".csv");
  }

  @Test
  void aCopyThatWasChangedIsNoticed() throws IOException {
    Path copy = folder.resolve(file("starts.csv").copyName());
    Files.createDirectories(copy.getParent());
    Files.copy(folder.resolve("starts.csv"), copy);
    assertThat(InputFile.isCopy(copy)).isTrue();
    assertThat(InputFile.read(copy).orElseThrow().hasNameOfItsContent()).isTrue();

    Files.writeString(copy, "abd");

    assertThat(InputFile.isCopy(copy)).isTrue();
    assertThat(InputFile.read(copy).orElseThrow().hasNameOfItsContent()).isFalse();
  }

  @Test
  void whatIsNoFileIsNotRead() {
    assertThat(InputFile.read(folder)).isEmpty();
    assertThat(InputFile.read(folder.resolve("missing"))).isEmpty();
    assertThat(InputFile.isCopy(folder.resolve("starts-sha256-" + DIGITS + ".csv"))).isFalse();
  }
}
