package org.separatrix.runner.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.code.SourceCompiler;
import org.separatrix.core.plugin.PluginLoader;
import org.separatrix.runner.cli.Services;
import org.separatrix.runner.store.JsonFiles;

/** The schema accepts every study of this project, and refuses those with another structure. */
class StudySchemaTest {
  private static final Path CONFIGS = Path.of("..", "configs");
  private static final Path FILE = CONFIGS.resolve("study.schema.json");
  private static final Path BROKEN = Path.of("src/test/resources/broken");
  private static final YAMLMapper YAML = new YAMLMapper();
  private static final JsonNode JSON =
      Services.create(
              PluginLoader.load(StudySchemaTest.class.getClassLoader()), new SourceCompiler())
          .schema()
          .json();
  private static final SchemaRegistry SCHEMAS =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
  private static final Schema SCHEMA = SCHEMAS.getSchema(JSON);

  /** What is wrong with these cannot be seen without knowing what the values mean. */
  private static final Set<String> MEANING =
      Set.of(
          "constant-named-as-a-variable",
          "dimension-too-large",
          "domain-of-another-dimension",
          "domain-reversed",
          "expected-prediction-not-analyzed",
          "formula-syntax",
          "formula-unknown-name",
          "formula-without-domain",
          "lipschitz-negative",
          "missing-points-file",
          "momentum-out-of-range",
          "sample-of-no-runs",
          "point-of-another-dimension",
          "same-name-twice",
          "start-of-another-dimension",
          "too-large-a-sweep");

  /** These are YAML to other readers, and say something else to them. */
  private static final Set<String> STRICTER =
      Set.of(
          "duplicate-key",
          "empty",
          "octal",
          "only-comments",
          "tag",
          "too-large-a-number",
          "two-documents",
          "yes-for-true");

  static List<Path> studies() throws IOException {
    return yamlIn(CONFIGS);
  }

  static List<Path> broken() throws IOException {
    return yamlIn(BROKEN);
  }

  @Test
  void theFileBesideTheStudiesIsCurrent() throws IOException {
    assertThat(Files.readString(FILE))
        .as("run ./separatrix schema --out configs/study.schema.json")
        .isEqualTo(JsonFiles.text(JSON));
  }

  @Test
  void isASchemaItself() throws IOException {
    Schema dialect =
        SCHEMAS.getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()));

    assertThat(dialect.validate(JSON)).isEmpty();
    assertThat(dialect.validate(new ObjectMapper().readTree("{\"type\": 7}"))).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("studies")
  void acceptsEveryStudy(Path study) throws IOException {
    assertThat(problems(study)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("studies")
  void everyStudyNamesTheSchemaForEditors(Path study) throws IOException {
    Path folder = study.getParent() == null ? Path.of("") : study.getParent();
    assertThat(Files.readAllLines(study).get(0))
        .isEqualTo("# yaml-language-server: $schema=" + folder.relativize(FILE));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void refusesAnotherStructure(Path study) throws IOException {
    String name = study.getFileName().toString().replace(".yaml", "");
    if (isYaml(study) && !STRICTER.contains(name)) {
      assertThat(problems(study).isEmpty()).isEqualTo(MEANING.contains(name));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.05",
        "{times-1-over-L: 0.9}",
        "{times-2-over-L: [0.5, 1.5]}",
        "[0.05, {times-1-over-L: [0.5, 0.9]}]"
      })
  void acceptsEveryFormOfAStep(String step) throws IOException {
    assertThat(problemsWithStep(step)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "fast",
        "[]",
        "{}",
        "{times-1-over-L: 1, times-2-over-L: 1}",
        "{times-3-over-L: 1}"
      })
  void refusesWhatIsNoStep(String step) throws IOException {
    assertThat(problemsWithStep(step)).isNotEmpty();
  }

  /** YAML 1.2, which editors read, takes these for texts; YAML 1.1 does so in quotes only. */
  @Test
  void groupsOfDigitsAreNumbers() throws IOException {
    String study = STUDY.formatted(0.05);

    assertThat(SCHEMA.validate(YAML.readTree(study.replace("runs: 10", "runs: '100_000'"))))
        .isEmpty();
    assertThat(SCHEMA.validate(YAML.readTree(study.replace("runs: 10", "runs: '100_00'"))))
        .isNotEmpty();
  }

  private static final String STUDY =
      """
      schema: 1
      objectives: [lee-2016]
      optimizers: [{type: gradient-descent, step: %s}]
      starts: [uniform-box]
      runs: 10
      """;

  private static List<Error> problemsWithStep(String step) throws IOException {
    return SCHEMA.validate(YAML.readTree(STUDY.formatted(step)));
  }

  private static List<Error> problems(Path study) throws IOException {
    return SCHEMA.validate(YAML.readTree(Files.readString(study)));
  }

  private static boolean isYaml(Path study) {
    try {
      YAML.readTree(Files.readString(study));
      return true;
    } catch (IOException notYaml) {
      return false;
    }
  }

  private static List<Path> yamlIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList();
    }
  }
}
