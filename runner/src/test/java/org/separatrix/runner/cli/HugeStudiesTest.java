package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Studies that are too large in one way or another are refused soon, and in few words. */
@Timeout(20)
class HugeStudiesTest {
  private static final String HEAD =
      """
      schema: 1
      optimizers: [{type: gradient-descent, step: 0.005}]
      starts: [{type: uniform-box}]
      runs: 10
      """;

  @TempDir private Path folder = Path.of("");

  private static Stream<Arguments> huge() {
    String objectives = "objectives: [{type: himmelblau}]\n";
    return Stream.of(
        Arguments.of(
            "a million keys",
            objectives + "k: 1\n".repeat(1_000_000),
            ": the file is larger than 1 MB, the limit for a study.\n"
                + "Maybe put long lists of points in a CSV file."),
        Arguments.of(
            "a formula of 10 MB",
            formula("x+".repeat(5_000_000) + "x"),
            ": the file is larger than 1 MB, the limit for a study."),
        Arguments.of(
            "a long line",
            objectives + "about: {paper: " + "x".repeat(2_000_000) + "}",
            ": the file is larger than 1 MB, the limit for a study."),
        Arguments.of(
            "lists in lists",
            objectives + "analyze: " + "[".repeat(100_000) + "]".repeat(100_000),
            ":6:59: nested more than 50 levels deep"),
        Arguments.of(
            "keys in keys",
            objectives + "analyze: " + "{a: ".repeat(100_000) + "}".repeat(100_000),
            ":6:203: nested more than 50 levels deep"),
        Arguments.of(
            "a long name of a key",
            objectives + "k".repeat(200_000) + ": 1",
            ":6:200001: not valid YAML while scanning a simple key that starts at 6:1"),
        Arguments.of(
            "a long id", "objectives: [{type: " + "k".repeat(200_000) + "}]", ":5:21: unknown obj"),
        Arguments.of(
            "parentheses",
            formula("(".repeat(100_000) + "x" + ")".repeat(100_000)),
            ":5:234: formula, column 201: parentheses, signs and powers are nested more than 200"),
        Arguments.of(
            "powers",
            formula("x^".repeat(100_000) + "x"),
            ":5:434: formula, column 401: parentheses, signs and powers are nested more than 200"),
        Arguments.of(
            "signs",
            formula("-".repeat(200_000) + "x"),
            ":5:234: formula, column 201: parentheses, signs and powers are nested more than 200"),
        Arguments.of(
            "a long name in a formula",
            formula("y".repeat(200_000)),
            ":5:34: formula, column 1: unknown name 'yyy"),
        Arguments.of(
            "a long number in a formula",
            formula("1".repeat(200_000) + "*x"),
            ":5:34: formula, column 1: the number 111"),
        Arguments.of(
            "a long whole number",
            objectives + "seed: " + "9".repeat(200_000),
            ":6:7: expected a whole number, but got a text of 200,000 characters"),
        Arguments.of(
            "a long number",
            objectives + "stop: {gradient-tolerance: 0." + "1".repeat(200_000) + "}",
            ":6:28: expected a number, but got a text of 200,002 characters"));
  }

  private static String formula(String text) {
    return "objectives: [{type: formula, f: \"" + text + "\", variables: [x], domain: [[-1, 1]]}]";
  }

  @ParameterizedTest(name = "{0}") // the texts are not for reading
  @MethodSource("huge")
  void areRefused(String name, String text, String message) throws IOException {
    assertRefused(Files.writeString(folder.resolve("study.yaml"), HEAD + text), message);
  }

  /** With a hole in place of its end, which takes no room on the disk. */
  @Test
  void aHundredMegabytesAreRefused() throws IOException {
    Path study = Files.writeString(folder.resolve("study.yaml"), HEAD);
    try (RandomAccessFile file = new RandomAccessFile(study.toFile(), "rw")) {
      file.setLength(100L << 20);
    }

    assertRefused(study, ": the file is larger than 1 MB, the limit for a study.");
  }

  private static void assertRefused(Path study, String message) {
    Invocation refused = Invocation.run("validate", study);

    assertThat(refused.exitCode()).isEqualTo(2);
    assertThat(refused.output()).isEmpty();
    assertThat(refused.errors()).startsWith(study + message).hasSizeLessThan(1000);
  }
}
