package org.separatrix.runner.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.runner.figure.Examples;
import org.separatrix.runner.store.MalformedFileException;

class ReportContentTest {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir private Path folder = Path.of("");

  @BeforeEach
  void write() throws IOException {
    ExampleResults.write(folder, "example");
  }

  @Test
  void eachCellHasAStudyOfItsOwn() {
    JsonNode cells = content().path("study").path("cells");

    assertThat(cells).hasSize(2);
    assertThat(cells.path(0).asText())
        .contains("name: slow", "step: 0.01", "runs: 100")
        .doesNotContain("fast");
    assertThat(cells.path(1).asText()).contains("name: fast").doesNotContain("slow");
  }

  @Test
  void aPredictionIsDescribedAndItsFiguresAreFound() {
    JsonNode content = content();

    assertThat(content.path("predictions").path("escape-time").path("source").asText())
        .isEqualTo("Lee et al. 2016, Theorem 4.1");
    assertThat(content.path("predictions")).hasSize(1);
    assertThat(content.path("figuresOfFindings").toString())
        .isEqualTo("[[],[\"landscape/lee\"],[],[\"landscape/lee\"]]");
  }

  @ParameterizedTest
  @CsvSource({
    "escape-time/lee/slow/box/c2/histogram, true",
    "escape-time/lee/slow/box/c3/histogram, false",
    "escape-time/lee/slow/box, true",
    "other/lee/slow/box/c2, false"
  })
  void aFigureBelongsToTheFindingOfItsPoint(String id, boolean isMeant) {
    ObjectNode figure =
        MAPPER.createObjectNode().put("id", id).put("objective", "c9").put("cell", "lee/slow/box");
    ObjectNode finding =
        MAPPER
            .createObjectNode()
            .put("objective", "c9")
            .put("cell", "lee/slow/box")
            .put("point", "c2");

    assertThat(FigureOfFinding.isMeant(figure, finding, List.of("escape-time"))).isEqualTo(isMeant);
    assertThat(
            FigureOfFinding.isMeant(
                figure, finding.put("cell", "lee/fast/box"), List.of("escape-time")))
        .isFalse();
  }

  @Test
  void sentencesAreSetAndNamesAreNot() {
    JsonNode finding = content().path("summary").path("findings").path(0);

    assertThat(finding.path("detail").asText()).isEqualTo("0 of 100 runs, P ≤ 0.0295 (95%)");
    assertThat(finding.path("hypotheses").path(0).path("name").asText()).isEqualTo("α < 1/L");
    assertThat(finding.path("cell").asText()).isEqualTo("lee/slow/uniform-box");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Files.delete(folder.resolve("study.yaml"));
    Files.writeString(folder.resolve("figures/landscape_lee.json"), "{");

    JsonNode content = content();

    assertThat(content.path("figures")).hasSize(2);
    assertThat(content.path("study").path("cells").toString()).isEqualTo("[\"\",\"\"]");
    assertThat(content.path("missing")).hasSize(2);
    assertThat(content.path("missing").toString()).contains("landscape_lee.json", "study.yaml");
  }

  /** A summary from elsewhere cannot have the page show other files. */
  @Test
  void onlyFilesOfFiguresAreRead() throws IOException {
    Files.writeString(folder.resolve("secret.json"), "{\"schema\":1,\"figure\":{}}");
    Path summary = folder.resolve("summary.json");
    Files.writeString(
        summary,
        Files.readString(summary)
            .replace("figures/landscape_lee.json", "figures/../secret.json")
            .replace("figures/hostile.json", "/etc/passwd.json"));

    assertThat(content().path("missing").toString())
        .isEqualTo("[\"figure 'landscape/lee' has no data\",\"figure 'hostile' has no data\"]");
  }

  @Test
  void withoutASummaryThereIsNothingToShow() throws IOException {
    Files.delete(folder.resolve("summary.json"));

    assertThatThrownBy(this::content)
        .isInstanceOf(MalformedFileException.class)
        .hasMessageContaining("no such file");
  }

  @Test
  void regionsArePackedAndNumbersShort() {
    JsonNode layers = PageFigure.json(Examples.landscape()).path("layers");

    assertThat(layers.path(0).path("stretches").toString()).isEqualTo("[0,400,1,400]");
    assertThat(layers.path(0).path("tints").path(0).asText()).startsWith("#");
    assertThat(layers.path(1).path("lines").size()).isGreaterThan(10);
    assertThat(layers.path(5).path("color").asText()).isEqualTo("#D55E00");
    assertThat(layers).hasSize(Examples.landscape().layers().size());
  }

  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-3.14159265358979, -3.141593",
    "123456789.5, 1.234568E8",
    "1.23456789e-9, 1.234568E-9",
    "6.02214076e23, 6.022141E23",
    "-9.99999999e-5, -1.0E-4",
    "1.7976931348623157e305, 1.797693E305",
    "4.9e-324, 4.9E-324",
    "5, 5",
    "NaN, \"NaN\""
  })
  void numbersHaveSevenDigits(double value, String text) {
    Layer marks = new Layer.Markers("", Role.MEASURED, Series.of(value, 0), Series.of(1, 2));
    Figure figure = Examples.of("one", Axis.linear("x"), Axis.linear("y"), List.of(marks));

    JsonNode layer = PageFigure.json(figure).path("layers").path(0);

    assertThat(layer.path("x").path(0).toString()).isEqualTo(text);
  }

  @Test
  void aRunShowsItsFiguresAsTheyAreReadLater() throws IOException {
    List<Figure> written = ExampleResults.write(folder, "example");

    ReportContent report =
        new ReportContent(folder, ExampleResults.predictions(), Optional.of(written));

    assertThat(report.json()).isEqualTo(content());
    assertThat(report.json().path("figures")).hasSize(3);
  }

  @Test
  void dataCannotEndTheirScript() {
    assertThat(Page.escapedData("{\"a\":\"</script>&\u2028\u2029é\"}"))
        .isEqualTo("{\"a\":\"\\u003c/script\\u003e\\u0026\\u2028\\u2029é\"}");
  }

  @Test
  void thePageIsSmallAndNeedsNoNetwork() throws IOException {
    String page = Page.html(content());

    assertThat(page.length()).isBetween(1_000_000, 2_000_000);
    assertThat(page).contains("default-src 'none'", "Apache License", "Mike Bostock");
    assertThat(page).doesNotContainPattern("<(link|img|iframe|script)[^>]* (src|href)=[\"']http");
  }

  private JsonNode content() {
    return new ReportContent(folder, ExampleResults.predictions(), Optional.empty()).json();
  }
}
