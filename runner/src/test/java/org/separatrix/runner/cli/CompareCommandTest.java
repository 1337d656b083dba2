package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparing what studies left behind. */
class CompareCommandTest {
  private static final String STUDY =
      """
      schema: 1
      name: small
      seed: %d
      objectives: [{type: lee-2016}]
      optimizers:
        - {type: gradient-descent, name: gd, step: %s}
        - {type: heavy-ball, name: hb, step: 0.02, momentum: 0.9}
      starts: [{type: uniform-box}]
      runs: 200
      stop: {max-steps: 3000}
      analyze: [critical-points]
      compare: {runs: 100, targets: {gradient-norm: [1.0e-6], value: [], distance: [0.01]}}
      output: {figures: []}
      """;

  @TempDir private static Path shared = Path.of("");

  @TempDir private Path folder = Path.of("");

  /** Three results: of a study, of the same with another seed, and with a step half as long. */
  @BeforeAll
  static void runStudies() throws IOException {
    run("first", STUDY.formatted(42, "0.05"));
    run("reseeded", STUDY.formatted(43, "0.05"));
    run("slower", STUDY.formatted(42, "0.025"));
  }

  private static void run(String name, String study) throws IOException {
    Path file = Files.writeString(shared.resolve(name + ".yaml"), study);
    Invocation run = Invocation.run("run", file, "--quiet", "--out", shared.resolve(name));
    assertThat(run).isEqualTo(new Invocation(0, "", ""));
  }

  @Test
  void oneFolderIsPrintedAsItsRunWas() {
    Invocation compare = Invocation.run("compare", shared.resolve("first"));

    assertThat(compare.exitCode()).isZero();
    assertThat(compare.output())
        .startsWith("first   study small, version 0.1.0, seed 42\n")
        .contains("comparison on lee-2016 from uniform-box", "hb needs less than gd at 2 of 2")
        .doesNotContain("regression");
  }

  @Test
  void theSameResultTwiceIsNoRegression() throws IOException {
    Path copy = changed("first", "copy", text -> text);

    Invocation compare =
        Invocation.run("compare", shared.resolve("first"), copy, "--fail-on-regression");

    assertThat(compare.exitCode()).isZero();
    assertThat(words(compare)).contains("0 found 8 tests", "at most 1.0%");
  }

  /** Gradient descent of the later result evaluates two gradients more in every run. */
  @Test
  void aRegressionIsFlagged() throws IOException {
    Path later = changed("first", "later", CompareCommandTest::dearer);

    Invocation compare =
        Invocation.run("compare", shared.resolve("first"), later, "--fail-on-regression");

    assertThat(compare.exitCode()).isEqualTo(4);
    assertThat(words(compare))
        .contains("gd on lee-2016 from uniform-box at |grad f| <= 1e-6", "r = 1.00", "2 found")
        .doesNotContain("hb on lee-2016");
    assertThat(Invocation.run("compare", shared.resolve("first"), later).exitCode()).isZero();
    // The other way round it is progress.
    assertThat(
            Invocation.run("compare", later, shared.resolve("first"), "--fail-on-regression")
                .exitCode())
        .isZero();
  }

  private static String dearer(String text) {
    StringBuilder changed = new StringBuilder();
    for (String line : text.lines().toList()) {
      String[] cells = line.split(",", -1);
      if (cells[2].equals("gd")) {
        cells[8] = Long.toString(Long.parseLong(cells[8]) + 2);
      }
      changed.append(String.join(",", cells)).append('\n');
    }
    return changed.toString();
  }

  @Test
  void fewerSuccessesAreARegression() throws IOException {
    Path later =
        changed(
            "first",
            "rarer",
            text -> text.replaceAll("(?m)^(.*,hb,.*,[0-9]*[02468],[0-9]+,0,)true$", "$1false"));

    Invocation compare =
        Invocation.run("compare", shared.resolve("first"), later, "--fail-on-regression");

    assertThat(compare.exitCode()).isEqualTo(4);
    assertThat(words(compare)).contains("regression hb on lee-2016", "success d = -0.50");
  }

  @Test
  void otherStartsAreComparedWithoutPairing() {
    Invocation compare =
        Invocation.run("compare", shared.resolve("first"), shared.resolve("reseeded"));

    assertThat(words(compare))
        .contains("so it is compared without pairing", "Mann-Whitney, Fisher", "0 found")
        .doesNotContain("Wilcoxon");
  }

  @Test
  void numbersAreWrittenAsStudiesHaveThem() throws IOException {
    run("patient", STUDY.formatted(42, "0.05").replace("max-steps: 3000", "max-steps: 4000"));

    assertThat(words(Invocation.run("compare", shared.resolve("first"), shared.resolve("patient"))))
        .contains("stop differs in patient: max-steps is 3000 here, 4000 there;");
  }

  @Test
  void anotherEntryIsNotTheSameOptimizer() {
    Invocation compare =
        Invocation.run(
            "compare", shared.resolve("first"), shared.resolve("slower"), "--fail-on-regression");

    assertThat(compare.exitCode()).isZero();
    assertThat(words(compare))
        .contains(
            "optimizer 'gd' has no equal in slower:", "step is 0.05 here, 0.025 there", "4 tests")
        .contains("gd @ first needs less than gd @ slower");
  }

  @Test
  void jsonAndFiguresAreWritten() throws IOException {
    Path out = folder.resolve("out");
    Invocation compare =
        Invocation.run(
            "compare", shared.resolve("first"), shared.resolve("slower"), "--json", "--out", out);

    JsonNode printed = new ObjectMapper().readTree(compare.output());
    assertThat(printed)
        .isEqualTo(new ObjectMapper().readTree(out.resolve("comparison.json").toFile()));
    assertThat(printed.at("/comparison/optimizers").size()).isEqualTo(4);
    assertThat(printed.at("/changes").size()).isEqualTo(2);
    assertThat(out.resolve("figures/comparison_performance-profile.svg")).exists();
  }

  @Test
  void badInputGivesOneMessage() throws IOException {
    Path first = shared.resolve("first");
    assertMessage("--fail-on-regression needs two or more folders", first, "--fail-on-regression");
    assertMessage("given twice", first, first);
    assertMessage("no such folder", folder.resolve("none"));
    Path empty = Files.createDirectory(folder.resolve("empty"));
    assertMessage("summary.json: no such file", empty);
    Path without = changed("first", "without", text -> text);
    Files.delete(without.resolve("runtimes.csv"));
    assertMessage("no running times to compare", without);
    assertMessage("runtimes.csv:1: the columns are not", changed("first", "a", t -> "a,b\n" + t));
    assertMessage(
        "runtimes.csv:5: 3 values in place of 11",
        changed(
            "first",
            "b",
            text -> text.lines().limit(4).reduce("", CompareCommandTest::joined) + "x,y,z"));
    assertMessage(
        "gradient_evaluations is '-3'",
        changed("first", "c", text -> text.replaceFirst(",0,[0-9]+,0,true", ",0,-3,0,true")));
    assertMessage(
        "run is '1' where 0 follows",
        changed("first", "d", text -> text.replaceFirst("(?m)^.*,0,[0-9]+,0,true\n", "")));
    assertMessage(
        "'other' from 'uniform-box' is not in study.yaml",
        changed("first", "e", text -> text.replace(",gd,", ",other,")));
    assertMessage(
        "there are no running times in it", changed("first", "f", CompareCommandTest::head));
    Path newer = changed("first", "g", text -> text);
    replace(
        newer.resolve("summary.json"),
        text -> text.replaceFirst("\"schema\" ?: ?1", "\"schema\":9"));
    assertMessage("schema is 9: this version of the program reads schema 1", newer);
    Path other = changed("first", "h", text -> text);
    replace(other.resolve("study.yaml"), text -> text.replace("type: lee-2016", "type: other"));
    assertMessage("no objective, start and target in common", first, other);
  }

  /** What is printed, whatever the breaks of its lines. */
  private static String words(Invocation invocation) {
    return invocation.output().replaceAll("\\s+", " ");
  }

  private static String joined(String text, String line) {
    return text + line + "\n";
  }

  private static String head(String text) {
    return text.substring(0, text.indexOf('\n') + 1);
  }

  private static void assertMessage(String message, Object... arguments) {
    List<Object> words = new ArrayList<>(List.of("compare"));
    words.addAll(List.of(arguments));
    Invocation compare = Invocation.run(words.toArray());
    assertThat(compare.exitCode()).as(compare.errors()).isEqualTo(2);
    assertThat(compare.output()).isEmpty();
    assertThat(compare.errors()).contains(message).doesNotContain("Exception", "internal error");
  }

  private Path changed(String from, String to, UnaryOperator<String> change) throws IOException {
    Path target = Files.createDirectory(folder.resolve(to));
    try (Stream<Path> files = Files.list(shared.resolve(from))) {
      for (Path file : files.toList()) {
        if (Files.isRegularFile(file)) {
          Files.copy(file, target.resolve(file.getFileName()));
        }
      }
    } catch (UncheckedIOException failed) {
      throw failed.getCause();
    }
    replace(target.resolve("runtimes.csv"), change);
    StoredJson.relist(target, "runtimes.csv");
    return target;
  }

  private static void replace(Path file, UnaryOperator<String> change) throws IOException {
    Files.writeString(file, change.apply(Files.readString(file)));
  }
}
