package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With {@code --json} standard output is one document. */
class JsonOptionTest {
  private static final Path EXAMPLE = Path.of("../configs/lee-2016/example.yaml");
  private static final Path BROKEN = Path.of("src/test/resources/broken/unknown-key.yaml");
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  @TempDir private Path folder = Path.of("");

  @Test
  void runPrintsTheSummary() throws IOException {
    Path out = folder.resolve("results");
    Invocation run =
        Invocation.run("run", EXAMPLE, "--set", "runs=500", "--out", out, "--json", "--explain");

    assertThat(MAPPER.readTree(run.output()))
        .isEqualTo(MAPPER.readTree(out.resolve("summary.json").toFile()));
    assertThat(MAPPER.readTree(run.output()).get("cells")).hasSize(4);
  }

  @Test
  void runPrintsAListOfTheSummariesOfSeveralStudies() throws IOException {
    Path other = folder.resolve("other.yaml");
    Invocation.run("init", other);
    JsonNode list =
        json("run", EXAMPLE, other, "--set", "runs=100", "--out", folder.resolve("all"), "--json");

    assertThat(list.findValuesAsText("study")).containsExactly("lee-2016-example", "other");
  }

  @Test
  void validateNamesThePlaceOfEachProblem() throws IOException {
    Invocation run = Invocation.run("validate", EXAMPLE, BROKEN, "--json");

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.errors()).isEmpty();
    JsonNode studies = MAPPER.readTree(run.output()).get("studies");
    assertThat(studies.get(0).get("valid").asBoolean()).isTrue();
    assertThat(studies.get(0).get("cells").asInt()).isEqualTo(4);
    JsonNode problem = studies.get(1).get("problems").get(0);
    assertThat(problem.get("line").asInt()).isEqualTo(10);
    assertThat(problem.get("column").asInt()).isEqualTo(5);
    assertThat(problem.get("message").asText()).startsWith("unknown key 'raduis'");
  }

  @Test
  void planShowsCellsAndTheResolvedStudy() throws IOException {
    JsonNode plan = json("plan", EXAMPLE, "--json");

    assertThat(plan.get("cells")).hasSize(4);
    assertThat(plan.get("runs").asLong()).isEqualTo(400_000);
    assertThat(plan.get("resolved").get("seed").asInt()).isEqualTo(42);
    assertThat(plan.get("resolved").get("objectives").get(0).get("type").asText())
        .isEqualTo("formula");
  }

  @Test
  void pluginsListHasEveryComponentWithItsKeys() throws IOException {
    JsonNode list = json("plugins", "list", "--json");

    assertThat(list.get("components")).hasSizeGreaterThan(40);
    assertThat(list.get("plugins").findValuesAsText("name"))
        .contains("org.separatrix.optimizers.OptimizersPlugin");
    assertThat(list.get("broken")).isEmpty();
  }

  @Test
  void pluginsDescribeHasTypesAndDefaults() throws IOException {
    JsonNode keys = json("plugins", "describe", "heavy-ball", "--json").at("/components/0/keys");
    JsonNode stop = json("plugins", "describe", "study", "--json").get("keys").get(8);

    assertThat(keys.get(1).get("name").asText()).isEqualTo("momentum");
    assertThat(keys.get(1).get("type").asText()).isEqualTo("number");
    assertThat(keys.get(1).get("required").asBoolean()).isTrue();
    assertThat(stop.get("name").asText()).isEqualTo("stop");
    assertThat(stop.get("keys").get(1).get("default").asText()).isEqualTo("100000");
  }

  @Test
  void predictionsHaveAllTheirParts() throws IOException {
    JsonNode list = json("predictions", "list", "--json").get("predictions");
    JsonNode one = json("predictions", "describe", "escape-time", "--json");

    assertThat(list).hasSizeGreaterThan(10).contains(one);
    assertThat(one.get("analyzer").asText()).isEqualTo("escape-time");
    assertThat(one.get("hypotheses")).isNotEmpty();
    assertThat(one.get("refutedBy").asText()).isNotBlank();
  }

  @Test
  void doctorHasAStateForEachThing() throws IOException {
    Invocation run = Invocation.run("doctor", "--json");
    JsonNode document = MAPPER.readTree(run.output());

    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).as(run.output()).isZero();
    assertThat(document.get("broken").asBoolean()).isFalse();
    assertThat(document.get("diagnoses").findValuesAsText("subject"))
        .containsExactly(
            "Java",
            "memory",
            "processor",
            "native libraries",
            "fonts",
            "temporary folder",
            "speed");
    assertThat(document.get("diagnoses").findValuesAsText("seen").get(6))
        .containsPattern("^[0-9,]+ million steps a second on one thread");
  }

  private static JsonNode json(Object... arguments) throws IOException {
    Invocation run = Invocation.run(arguments);
    assertThat(run.errors()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return MAPPER.readTree(run.output());
  }
}
