package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certified in studies, as a reader of {@code summary.json} sees it. */
class CertifiedStudiesTest {
  private static final Path LEE = Path.of("../configs/certified/lee.yaml");

  @TempDir private Path folder = Path.of("");

  @Test
  void leeBelowOneOverLRestsOnCertifiedHypothesesOnly() throws IOException {
    Invocation run = run(LEE, "runs=5000", "optimizers[1].step=0.09");
    JsonNode finding = finding(summary(), "saddle-avoidance");
    JsonNode certificate = summary().at("/cells/0/certificate");

    assertThat(run.exitCode()).isZero();
    assertThat(finding.get("verdict").asText()).isEqualTo("consistent");
    assertThat(finding.get("hypotheses").findValuesAsText("name"))
        .contains("alpha < 1/L", "runs stay where L is known", "limits of runs");
    assertThat(finding.get("hypotheses").findValuesAsText("status"))
        .hasSizeGreaterThanOrEqualTo(6)
        .containsOnly("certified");
    assertThat(certificate.get("invariance").asText()).isEqualTo("certified");
    assertThat(certificate.get("stayed").asLong()).isEqualTo(5000);
    assertThat(certificate.at("/fates/certified-minimum").asLong()).isEqualTo(5000);
    assertThat(run.output())
        .contains("exactly 3 critical points (by Morse index 2, 1, 0)")
        .contains("5,000 to minima, the domain is invariant");
    assertThat(fates()).isEqualTo("fate,stayed,n\ncertified-minimum,certified,10000\n");
  }

  /** The rows by what is proven of them. */
  private String fates() {
    return Invocation.run(
            "query",
            folder.resolve("out"),
            "select fate, stayed, count(*) as n from runs group by all order by all",
            "--format",
            "csv")
        .output();
  }

  /** L = 11 on [-2, 2]^2, so that 0.1 > 1/L; without proofs the same study only estimates. */
  @Test
  void leeAboveOneOverLIsNotCovered() throws IOException {
    Invocation run = run(LEE, "runs=2000");
    JsonNode above = finding(summary(), "saddle-avoidance", "step=0.1/");

    assertThat(above.get("verdict").asText()).isEqualTo("hypotheses-not-met");
    assertThat(above.get("hypotheses").toString())
        .contains("{\"name\":\"alpha < 1/L\",\"status\":\"violated\",\"detail\":\"1.1 >= 1\"}");
    assertThat(run.output()).contains("violated: alpha < 1/L (1.1 >= 1)");
  }

  @Test
  void withoutBoxesNothingIsCertified() throws IOException {
    Invocation run = run(LEE, "runs=2000", "certify.boxes=0");

    assertThat(run.exitCode()).isZero();
    assertThat(summary().at("/lipschitz/0/status").asText()).isEqualTo("estimated");
    assertThat(summary().at("/census/0/complete").asText()).isEqualTo("estimated");
    assertThat(summary().at("/census/0").has("certified")).isFalse();
    assertThat(summary().at("/cells/0").has("certificate")).isFalse();
    assertThat(summary().get("criticalPoints").findValuesAsText("status"))
        .hasSize(3)
        .containsOnly("estimated");
    assertThat(run.output()).doesNotContain("exactly", "to minima");
    assertThat(fates()).isEqualTo("fate,stayed,n\n,,4000\n");
  }

  /** The function is code, so all about it is estimated, and what happens is still seen. */
  @Test
  void theCollapseStaysHonest() throws IOException {
    Invocation run = run(Path.of("../configs/controls/collapse.yaml"), "runs=2000");
    JsonNode finding = finding(summary(), "saddle-avoidance");

    assertThat(run.exitCode()).isZero();
    assertThat(finding.get("verdict").asText()).isEqualTo("hypotheses-not-met");
    assertThat(finding.at("/observed/hits").asDouble()).isBetween(900.0, 1100.0);
    assertThat(finding.get("hypotheses").toString())
        .contains("\"name\":\"alpha < 1/L\",\"status\":\"violated\"");
    assertThat(summary().at("/controls/0/passed").asBoolean()).isTrue();
    assertThat(summary().get("criticalPoints").findValuesAsText("status"))
        .doesNotContain("certified");
    assertThat(summary().at("/cells/0").has("certificate")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{type: himmelblau, domain: [[-6, 6], [-6, 6]]} | 9 | [4,4,1]",
        "{type: three-hump-camel, domain: [[-3.1, 3.1], [-3.1, 3.1]]} | 5 | [3,2,0]",
        "{type: six-hump-camel, domain: [[-3.1, 3.1], [-3.1, 3.1]]} | 15 | [6,7,2]",
        "{type: mueller-brown, domain: [[-1.5, 1.2], [-0.2, 2]]} | 5 | [3,2,0]",
        "{type: styblinski-tang, dimension: 2} | 9 | [4,4,1]",
        "{type: rastrigin, dimension: 2} | 441 | [121,220,100]",
        "{type: rosenbrock, dimension: 4} | 3 | [2,1,0,0,0]",
      })
  void everyCriticalPointIsCertified(String objective, int count, String byIndex)
      throws IOException {
    run(study(objective), "runs=20");
    JsonNode census = summary().at("/census/0");

    assertThat(census.get("complete").asText()).isEqualTo("certified");
    assertThat(census.get("count").asInt()).isEqualTo(count);
    assertThat(census.at("/certified/count").asInt()).isEqualTo(count);
    assertThat(census.at("/certified/byMorseIndex")).hasToString(byIndex);
    assertThat(census.at("/certified/undecided")).isEmpty();
    assertThat(summary().get("criticalPoints").findValuesAsText("status"))
        .hasSize(count)
        .containsOnly("certified");
    assertThat(summary().at("/lipschitz/0/status").asText()).isEqualTo("certified");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "f: 'x^3 - 3*x*y^2', variables: [x, y], domain: [[-1, 1], [-1, 1]]",
        "f: 'x^2 - y^4', variables: [x, y], domain: [[-1, 1], [-1, 1]]",
        "f: '2*x*y + 2*x*z - 2*x - y - z', variables: [x, y, z],"
            + " domain: [[-2, 2], [-2, 2], [-2, 2]]",
      })
  void degeneratePointsAreUndecidedAndHaveAnExtent(String formula) throws IOException {
    Invocation run = run(study("{type: formula, name: f, " + formula + "}"), "runs=20");
    JsonNode census = summary().at("/census/0");
    JsonNode region = census.at("/certified/undecided/0");

    assertThat(census.get("complete").asText()).isNotEqualTo("certified");
    assertThat(census.at("/certified/complete").asBoolean()).isFalse();
    assertThat(census.at("/certified/undecidedRegions").asInt()).isPositive();
    assertThat(region.get("reason").asText()).isEqualTo("degenerate");
    assertThat(region.at("/box/0/0").asDouble())
        .isLessThanOrEqualTo(region.at("/box/0/1").asDouble());
    assertThat(summary().get("criticalPoints").findValuesAsText("status"))
        .doesNotContain("certified");
    assertThat(run.output()).contains("at least 0 critical points").contains("undecided");
  }

  @Test
  void oneAndTwoThreadsProveTheSame() throws IOException {
    Path study = study("{type: six-hump-camel}");
    run(study, "runs=200");
    String two = withoutTimes();
    Invocation.run(
        "run", study, "--threads", 1, "--out", folder.resolve("out"), "--set", "runs=200");

    assertThat(withoutTimes()).isEqualTo(two);
  }

  private String withoutTimes() throws IOException {
    return Files.readString(folder.resolve("out/summary.json"))
        .replaceAll("\"(seconds|threads)\" : [^,\\s]*", "");
  }

  private Path study(String objective) throws IOException {
    return Files.writeString(
        folder.resolve("study.yaml"),
        """
        schema: 1
        name: certified
        objectives: [%s]
        optimizers: [{type: gradient-descent, step: {times-1-over-L: 0.9}}]
        starts: [{type: uniform-box}]
        stop: {gradient-tolerance: 1.0e-8, max-steps: 2000}
        analyze: [saddle-avoidance]
        """
            .formatted(objective));
  }

  private Invocation run(Path study, String... assignments) {
    List<Object> words = new ArrayList<>();
    words.addAll(List.of("run", study, "--threads", 2, "--out", folder.resolve("out")));
    for (String assignment : assignments) {
      words.addAll(List.of("--set", assignment));
    }
    return Invocation.run(words.toArray());
  }

  private JsonNode summary() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("out/summary.json").toFile());
  }

  private static JsonNode finding(JsonNode summary, String prediction) {
    return finding(summary, prediction, "");
  }

  /** Returns the first finding of a prediction in a cell whose id contains a text. */
  private static JsonNode finding(JsonNode summary, String prediction, String cell) {
    return StoredFindings.of(summary, prediction).stream()
        .filter(finding -> finding.path("cell").asText().contains(cell))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no finding of " + prediction));
  }
}
