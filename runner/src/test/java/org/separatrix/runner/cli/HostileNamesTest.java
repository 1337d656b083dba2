package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** Names of entries, which become parts of files, pages, pictures, tables and messages. */
class HostileNamesTest {
  private static final String INVISIBLE =
      "name must be one line of at most 200 visible characters with a letter or digit\n";

  @TempDir private Path folder = Path.of("");

  private Path study(String objective, String optimizer, String start) throws IOException {
    return Files.writeString(
        folder.resolve("study.yaml"),
        """
        schema: 1
        objectives: [{type: himmelblau, name: "%s"}]
        optimizers:
          - {type: gradient-descent, name: "%s", step: 0.005}
          - {type: heavy-ball, step: 0.005, momentum: 0.5}
        starts: [{type: uniform-box, name: "%s"}]
        runs: 20
        stop: {max-steps: 2000}
        analyze: [critical-points]
        certify: {boxes: 0}
        compare: {runs: 5}
        output: {runs: all, figures: [svg, csv]}
        """
            .formatted(objective, optimizer, start));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''",
        "'   '",
        "/",
        "a\\nb",
        "a\\tb",
        "\\rb",
        "a\\0b",
        "a\\eb",
        "a\\Nb",
        "a\\u202eb",
        "\\u200bx",
      })
  void thoseThatCannotBeSeenAreRefused(String name) throws IOException {
    assertThat(Invocation.run("validate", study("a", name, "b")))
        .isEqualTo(new Invocation(2, "", folder.resolve("study.yaml") + ":4:36: " + INVISIBLE));
  }

  @ParameterizedTest
  @CsvSource({"=1+1", "+1", "-x", "@SUM(A1)"})
  void formulasOfSpreadsheetsAreRefused(String name) throws IOException {
    assertThat(Invocation.run("validate", study("a", name, "b")))
        .isEqualTo(
            new Invocation(
                2,
                "",
                ("%s:4:36: name is '%s': it must not begin with =, +, - or @, which make it a"
                        + " formula in a spreadsheet\n")
                    .formatted(folder.resolve("study.yaml"), name)));
  }

  /** What can be seen is a name, and nothing but a text wherever it comes. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "../../escaped | .. | /tmp/escaped",
        "C:\\\\escaped | <script>alert(1)</script>&amp; | ]]><script>alert(1)</script>",
        "\\\\input{/etc/passwd}$x_1^2$&#%~ | ${jndi:ldap://x}{{DATA}}%s%n | o'brien\\\" or 1=1 --",
        "<script>alert(1)</script>&amp; | \\\\input{/etc/passwd}$x_1^2$&#%~ | a,b;c",
        "λ→∞ | ../../escaped | λ→∞",
      })
  void othersAreTextEverywhere(String objective, String optimizer, String start) throws Exception {
    Path out = folder.resolve("out");

    Invocation run =
        Invocation.run("run", study(objective, optimizer, start), "--out", out, "--quiet");

    assertThat(run).isEqualTo(new Invocation(0, "", ""));
    assertThat(Invocation.run("export", out, "--latex").exitCode()).isZero();
    assertThat(Invocation.run("query", out, "select distinct cell from runs").exitCode()).isZero();
    assertThat(Invocation.run("compare", out).exitCode()).isZero();
    assertThat(Invocation.run("resume", out).output()).contains("40 of 40 runs were there");
    assertPlainFiles(out);
  }

  private void assertPlainFiles(Path out) throws Exception {
    try (Stream<Path> beside = Files.list(folder)) {
      assertThat(beside).containsExactlyInAnyOrder(out, folder.resolve("study.yaml"));
    }
    List<Path> files;
    try (Stream<Path> inside = Files.walk(out)) {
      files = inside.filter(Files::isRegularFile).toList();
    }
    int pictures = 0;
    for (Path file : files) {
      String path = file.toString();
      assertThat(out.relativize(file).toString()).matches("[.]?[A-Za-z0-9/.=_-]+");
      if (path.endsWith(".svg")) {
        Document picture =
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        assertThat(picture.getElementsByTagName("script").getLength()).isZero();
        pictures++;
      } else if (path.endsWith(".tex")) {
        assertThat(Files.readString(file)).doesNotContain("\\input{/etc", "$x_1^2$&");
      } else if (path.endsWith(".csv")) {
        assertThat(Files.readString(file)).doesNotContainPattern("(?m)(^|,)\"?[=+@]");
      } else if (path.endsWith(".html")) {
        assertThat(Files.readString(file)).doesNotContain("<script>alert", "alert(1)</script");
      }
    }
    assertThat(pictures).isEqualTo(4);
  }

  @Test
  void nobodyLeavesTheFolderByTheNameOfTheStudy() throws IOException {
    Path study = study("a", "b", "c");

    for (String name : List.of("../x", "..", "/tmp/x", "a/b", ".hidden", "-x", "a\\b", "")) {
      assertThat(
              Invocation.run(
                      "validate", study, "--set", "name=\"" + name.replace("\\", "\\\\") + "\"")
                  .errors())
          .contains("name is '" + name + "': it becomes the name of a folder, so it must be");
    }
  }
}
