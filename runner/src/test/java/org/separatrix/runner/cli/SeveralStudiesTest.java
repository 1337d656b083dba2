package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Several studies in one call. */
class SeveralStudiesTest {
  private static final String SOUND =
      """
      schema: 1
      name: %s
      about: {title: a | b, paper: Lee et al. 2016, theorem: Theorem 4.1}
      objectives: [{type: lee-2016}]
      starts: [{type: uniform-box}]
      runs: 20
      optimizers: [{type: gradient-descent, step: 0.05}]
      analyze: [saddle-avoidance]
      """;

  @TempDir private Path folder = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void nameTheResults() {
    out = folder.resolve("out");
  }

  @Test
  void eachHasItsFolderAndATableEndsThem() throws IOException {
    Path one = study("one", SOUND);
    Path two = study("two", SOUND);

    Invocation run = Invocation.run("run", one, two, "--out", out);

    assertThat(run.exitCode()).isZero();
    assertThat(out.resolve("one/summary.json")).exists();
    assertThat(out.resolve("two/summary.json")).exists();
    List<String> lines = run.output().lines().toList();
    List<String> table = lines.subList(lines.size() - 4, lines.size());
    assertThat(table.get(0)).matches("\\| study +\\| paper +\\| verdicts +\\| controls \\| .*");
    assertThat(table.get(1)).matches("[| -]+");
    assertThat(table.get(2))
        .startsWith("| one: a \\| b | Lee et al. 2016, Theorem 4.1 | ")
        .contains(" consistent");
    assertThat(table.get(3)).startsWith("| two: a \\| b |");
  }

  @Test
  void whatFailsDoesNotStopTheOthersAndTheWorstCodeIsLeft() throws IOException {
    Path one = study("one", SOUND);
    Path bad = study("bad", expecting("contradicted"));
    Path two = study("two", SOUND);

    Invocation run = Invocation.run("run", one, bad, two, "--out", out);

    assertThat(run.exitCode()).isEqualTo(4);
    assertThat(out.resolve("two/summary.json")).exists();
    assertThat(run.output()).contains("NOT AS EXPECTED");
  }

  @Test
  void resultsThatCannotBeWrittenDoNotStopTheOthers() throws IOException {
    Path one = study("one", SOUND);
    Path two = study("two", SOUND);
    Files.createDirectories(out);
    Files.writeString(out.resolve("one"), "in the way");

    Invocation run = Invocation.run("run", one, two, "--out", out);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("cannot write results");
    assertThat(out.resolve("two/summary.json")).exists();
    assertThat(run.output()).containsPattern("\\| one: [^\\n]* stopped ");
  }

  /** All that is wrong is said, before anything runs. */
  @Test
  void aBadStudyStopsAll() throws IOException {
    Path one = study("one", SOUND);
    Path bad = study("bad", SOUND.replace("runs: 20", "runs: 0"));
    Path worse = study("worse", SOUND.replace("step: 0.05", "stpe: 0.05"));

    Invocation run = Invocation.run("run", one, bad, worse, "--out", out);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("runs is 0", "unknown key 'stpe'");
    assertThat(out).doesNotExist();
  }

  @Test
  void twoStudiesOfOneNameAreRefused() throws IOException {
    Path one = study("one", SOUND);
    Path again = Files.copy(one, folder.resolve("again.yaml"));

    Invocation run = Invocation.run("run", one, again, "--out", out);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.errors()).contains("another study is named 'one', too");
  }

  private Path study(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".yaml"), text.formatted(name));
  }

  private static String expecting(String verdict) {
    return SOUND + "expect: {saddle-avoidance: " + verdict + "}\n";
  }
}
