package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The figures that a study leaves. */
class FiguresOfStudyTest {
  @TempDir private Path folder = Path.of("");
  private Path study = Path.of("");

  @BeforeEach
  void write() throws IOException {
    study =
        Files.writeString(
            folder.resolve("study.yaml"),
            """
            schema: 1
            objectives: [{type: lee-2016}]
            starts: [{type: uniform-box}]
            runs: 20
            optimizers: [{type: gradient-descent, step: 0.05}]
            analyze: [{type: escape-time, runs: 2000}, {type: convergence-rate, max-steps: 20000}]
            """);
  }

  @Test
  void theSummaryNamesEachFileOfEachFigure() throws IOException {
    assertThat(run()).isEqualTo(new Invocation(0, "", ""));

    List<String> listed = new ArrayList<>();
    for (JsonNode figure : summary().path("figures")) {
      assertThat(figure.path("objective").asText()).isEqualTo("lee-2016");
      assertThat(figure.path("cell").asText()).isNotEmpty();
      assertThat(figure.path("title").asText()).isNotEmpty();
      assertThat(figure.path("caption").asText()).isNotEmpty();
      figure.path("files").forEach(file -> listed.add(file.asText()));
    }
    assertThat(listed).hasSize(12);
    assertThat(files()).containsExactlyInAnyOrderElementsOf(listed);
    assertThat(Invocation.run("verify", folder.resolve("out")).exitCode()).isZero();
  }

  @Test
  void theSameRunGivesTheSameFiles() throws IOException {
    run();
    List<byte[]> first = contents();
    run("--threads", "1");

    assertThat(contents()).usingRecursiveComparison().isEqualTo(first);
  }

  /** What the user keeps beside them stays. */
  @Test
  void figuresOfAnEarlierRunDoNotLinger() throws IOException {
    run();
    Path own = Files.writeString(folder.resolve("out/figures/mine.png"), "");

    run("--set", "output.figures=[svg]", "--set", "analyze=[{type: escape-time, runs: 2000}]");
    assertThat(files()).hasSize(5).allMatch(file -> file.matches(".*(\\.svg|\\.json|mine\\.png)"));

    run("--set", "output.figures=[]");
    assertThat(files()).containsExactly("figures/mine.png");
    assertThat(summary().path("figures").size()).isZero();

    Files.delete(own);
    run();
    run("--set", "output.figures=[]");
    assertThat(folder.resolve("out/figures")).doesNotExist();
  }

  @Test
  void aFormatThatIsNotKnownIsRefused() {
    assertThat(run("--set", "output.figures=[pgn]").errors())
        .contains("expected one of png, svg, csv, but got 'pgn'");
    assertThat(run("--set", "output.figures=[png, png]").errors())
        .contains("figures names a format twice");
  }

  @Test
  void theKeyIsDescribed() {
    assertThat(Invocation.run("plugins", "describe", "study").output())
        .contains("figures", "[png, svg, csv]");
  }

  private Invocation run(String... more) {
    List<Object> words = new ArrayList<>(List.of("run", study, "--quiet"));
    words.addAll(List.of("--out", folder.resolve("out")));
    words.addAll(List.of(more));
    return Invocation.run(words.toArray());
  }

  private JsonNode summary() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve("out/figures"))) {
      return files.map(file -> "figures/" + file.getFileName()).sorted().toList();
    }
  }

  private List<byte[]> contents() throws IOException {
    List<byte[]> contents = new ArrayList<>();
    for (String file : files()) {
      contents.add(Files.readAllBytes(folder.resolve("out").resolve(file)));
    }
    return contents;
  }
}
