package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the sources for papers that are made of results. */
class ReportCommandTest {
  private static final String DATA = "<script type=\"application/json\" id=\"content\">";

  @TempDir private Path folder = Path.of("");
  private Path study = Path.of("");
  private Path out = Path.of("");

  @BeforeEach
  void write() throws IOException {
    out = folder.resolve("out");
    study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            about: {title: "<b>two</b> minima"}
            objectives: [{type: lee-2016}]
            starts: [{type: uniform-box}]
            runs: 50
            optimizers: [{type: gradient-descent, step: [0.05, 0.09]}]
            analyze: [saddle-avoidance]
            """);
  }

  @Test
  void aRunWritesTheReportUnlessItShallNot() {
    assertThat(run(study, out)).isEqualTo(new Invocation(0, "", ""));
    assertThat(out.resolve("report.html")).isNotEmptyFile();

    run(study, out, "--set", "output.report=false");
    assertThat(out.resolve("report.html")).doesNotExist();
  }

  @Test
  void theReportIsMadeAgainFromTheFolder() throws IOException {
    run(study, out);
    String first = Files.readString(out.resolve("report.html"));
    Path other = folder.resolve("other.html");

    assertThat(Invocation.run("report", out, "--out", other))
        .isEqualTo(new Invocation(0, "report in %s%n".formatted(other), ""));
    assertThat(other).hasContent(first);
    assertThat(first).contains("\\u003cb\\u003etwo").doesNotContain("<b>two");
  }

  /** The text in the page gives the same runs of that cell as the whole study. */
  @Test
  void aCellRunsAgain() throws IOException {
    run(study, out);
    JsonNode content = content();
    assertThat(content.path("study").path("cells")).hasSize(2);
    Path cell =
        Files.writeString(
            folder.resolve("cell.yaml"), content.path("study").path("cells").path(1).asText());

    run(cell, folder.resolve("again"));

    JsonNode expected = content.path("summary").path("cells").path(1);
    JsonNode again =
        new ObjectMapper()
            .readTree(folder.resolve("again/summary.json").toFile())
            .path("cells")
            .path(0);
    for (String key : new String[] {"id", "runs", "limits", "terminations", "steps"}) {
      assertThat(again.path(key)).as(key).isEqualTo(expected.path(key));
    }
  }

  @Test
  void papersGetSources() {
    run(study, out);

    assertThat(Invocation.run("export", out, "--latex").output())
        .containsPattern("^[0-9]+ files in " + Pattern.quote(out.toString()));
    assertThat(out.resolve("latex/verdicts.tex")).isNotEmptyFile();
    assertThat(Invocation.run("export", out))
        .satisfies(failed -> assertThat(failed.exitCode()).isEqualTo(2))
        .satisfies(failed -> assertThat(failed.errors()).contains("Maybe add --latex"));
  }

  @Test
  void aFolderWithoutResultsIsRefused() {
    for (String command : new String[] {"report", "export"}) {
      Invocation refused =
          command.equals("report")
              ? Invocation.run("report", folder)
              : Invocation.run("export", folder, "--latex");
      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.errors()).contains("summary.json: no such file", "Maybe name a folder");
    }
  }

  private static Invocation run(Path study, Path out, String... more) {
    Object[] words = new Object[5 + more.length];
    words[0] = "run";
    words[1] = study;
    words[2] = "--quiet";
    words[3] = "--out";
    words[4] = out;
    System.arraycopy(more, 0, words, 5, more.length);
    return Invocation.run(words);
  }

  private JsonNode content() throws IOException {
    String page = Files.readString(out.resolve("report.html"));
    int from = page.indexOf(DATA) + DATA.length();
    return new ObjectMapper().readTree(page.substring(from, page.indexOf("</script>", from)));
  }
}
