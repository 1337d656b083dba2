package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results of which one fact was changed are not confirmed; those that were not, are. */
class TamperedResultsTest {
  private static final String OBJECTIVE = "/objectives/0";
  private static final String METHOD = OBJECTIVE + "/methods/0";

  @TempDir private static Path original = Path.of("");
  @TempDir private Path folder = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    Path study = original.resolve("my.yaml");
    Files.writeString(
        study,
        """
        schema: 1
        name: tampered
        objectives: [{type: himmelblau}]
        optimizers: [{type: gradient-descent, step: 0.001}]
        starts: [{type: uniform-box}]
        runs: 200
        stop: {max-steps: 20000}
        """);
    assertThat(Invocation.run("run", study, "--quiet", "--out", original).exitCode()).isZero();
    assertThat(Invocation.run("certify", study, "--quiet", "--out", original).exitCode()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    StoredResults.copyVerified(original, folder);
  }

  @Test
  void whatWasNotTouchedIsConfirmed() throws IOException {
    tamper("certificate.json", root -> {});
    Invocation verified = Invocation.run("verify", folder);

    assertThat(verified.output()).doesNotContain("NOT CONFIRMED").contains(" facts confirmed");
    assertThat(verified.exitCode()).isZero();
  }

  /** The enclosure [nextUp(3), ...] has the minimum (3, 2) no more. */
  @Test
  void anEnclosureThatMissesThePointByOneBit() throws IOException {
    tamper(
        "certificate.json",
        root -> {
          for (JsonNode point : root.at(OBJECTIVE + "/census/points")) {
            JsonNode x = point.at("/enclosure/0");
            if (x.at("/decimal/0").asDouble() <= 3 && x.at("/decimal/1").asDouble() >= 3) {
              StoredJson.set(
                  x, Math.nextUp(3.0), Math.max(x.at("/decimal/1").asDouble(), Math.nextUp(3.0)));
            }
          }
        });

    refused("which is not part of the enclosure");
  }

  @Test
  void aLoweredBound() throws IOException {
    tamper(
        "certificate.json",
        root -> StoredJson.set(root.at(OBJECTIVE + "/bounds/lipschitz/upper"), 326.7));
    refused("<= 326.7 is refuted: it is >= 326.79");
  }

  @Test
  void aRaisedWitness() throws IOException {
    tamper(
        "certificate.json",
        root -> {
          StoredJson.set(root.at(OBJECTIVE + "/bounds/lipschitz/upper"), 330);
          StoredJson.set(root.at(OBJECTIVE + "/bounds/lipschitz/lower"), 329);
        });
    refused("its witness does not prove 329.0");
  }

  @Test
  void aSwappedKind() throws IOException {
    tamper("certificate.json", root -> point(root, "strict-saddle").put("kind", "local-minimum"));
    refused("it is called local-minimum, but its index says strict-saddle");
  }

  @Test
  void aSwappedKindAndIndex() throws IOException {
    tamper(
        "certificate.json",
        root -> point(root, "strict-saddle").put("kind", "local-minimum").put("morseIndex", 0));
    refused("the index is claimed to be 0, proved is 1");
  }

  @Test
  void aDroppedPoint() throws IOException {
    tamper(
        "certificate.json",
        root -> {
          ((ArrayNode) root.at(OBJECTIVE + "/census/points")).remove(4);
          ((ArrayNode) root.at(OBJECTIVE + "/census/blocks/0/points")).remove(4);
          ((ObjectNode) root.at(OBJECTIVE + "/census")).put("count", 8);
        });
    refused("is missing");
  }

  @Test
  void anotherBox() throws IOException {
    tamper("certificate.json", root -> StoredJson.set(root.at(OBJECTIVE + "/box/0"), -4, 5));
    refused("domain: the certificate is for");
  }

  @Test
  void anotherFormula() throws IOException {
    tamper(
        "certificate.json",
        root -> ((ObjectNode) root.at(OBJECTIVE + "/formula")).put("text", "x^2 + y^2"));
    refused("formula: it is not that of the study");
  }

  @ParameterizedTest
  @CsvSource({
    "/captures/0/radius, 40, is not proved to be captured",
    "/captures/0/contraction, 0.5, is not proved to be captured",
    "/cones/0/radius, 40, is not proved to be left",
    "/cones/0/growth, 1.5, is not proved to be left",
    "/steps/avoidance, 0.0031, up to 0.0031 is said",
    "/steps/invariantUpTo, 0.018, largest invariant step: with 0.018",
    "/steps/leavesFrom, 0.017, step that leaves: with 0.017",
    "/b/0, -0.002, matrices: they are not those of the study",
  })
  void aChangedFactAboutAMethod(String key, double value, String message) throws IOException {
    tamper("certificate.json", root -> StoredJson.set(root.at(METHOD + key), value));
    refused(message);
  }

  @Test
  void anInvarianceThatIsNone() throws IOException {
    tamper(
        "certificate.json",
        root -> ((ObjectNode) root.at(METHOD + "/invariance")).put("answer", "leaves"));
    refused("it is not proved that the stored state leaves the domain");
  }

  @ParameterizedTest
  @CsvSource({
    "/cells/0/limits/0, share, 0.5, share of the runs to",
    "/cells/0/limits/0, low, 0.0001, low of the runs to",
    "/cells/0/limits/1, runs, 3, 'limits, unlisted minima, unresolved runs and those that left'",
    "/cells/0, unresolved, 1, 'limits, unlisted minima, unresolved runs and those that left'",
    "/cells/0, toUnlistedMinima, 1, 'limits, unlisted minima, unresolved runs and those that left'",
    "/cells/0/terminations, budget, 1, terminations sum up to 201",
    "/cells/0/certificate/fates, undecided, 7, fates sum up to",
    "/cells/0/certificate, stayed, 7, 7 runs are said to have stayed",
    "/cells/0/steps, mean, 1.5, the mean of the steps is said to be 1.5",
    "/cells/0/steps, median, 1, the median of the steps is said to be 1.0",
    "/cells/0/steps, max, 20000, the max of the steps is said to be 20000.0",
    "/cells/0, gradientEvaluations, 200, 200 gradients are said to be evaluated",
    "/cells/0, gradientEvaluations, 100000000, by its file of runs they are",
    "/cells/0, runs, 201, '201 runs are counted, the study has 200'",
    "/lipschitz/0, bound, 300, <= 300.0 is refuted",
    "/census/0, count, 8, 8 are counted",
    "/criticalPoints/0, value, 5, value is said to be 5.0",
    "/criticalPoints/0, morseIndex, 1, is said to have the index 1",
  })
  void aChangedNumberOfTheSummary(String object, String key, double value, String message)
      throws IOException {
    tamper(
        "summary.json",
        root -> {
          ObjectNode node = (ObjectNode) root.at(object);
          if (value == Math.rint(value)) {
            node.put(key, (long) value);
          } else {
            node.put(key, value);
          }
        });
    refused(message);
  }

  /** Two counts that are changed against each other add up, but not with the single runs. */
  @Test
  void countsThatStillAddUp() throws IOException {
    tamper(
        "summary.json",
        root -> {
          ObjectNode reasons = (ObjectNode) root.at("/cells/0/terminations");
          reasons.put("gradient-tolerance", reasons.get("gradient-tolerance").asLong() - 1);
          reasons.put("budget", reasons.get("budget").asLong() + 1);
        });
    refused("its file of runs has");
  }

  @Test
  void aKindOfTheSummary() throws IOException {
    tamper(
        "summary.json",
        root -> ((ObjectNode) root.at("/criticalPoints/0")).put("kind", "strict-saddle"));
    refused("is called strict-saddle");
  }

  @Test
  void truncatedJson() throws IOException {
    Path file = folder.resolve("certificate.json");
    String text = Files.readString(file);
    Files.writeString(file, text.substring(0, text.length() / 2));
    malformed(file + ":", "Unexpected end-of-input");
  }

  @Test
  void anotherSchema() throws IOException {
    tamper("certificate.json", root -> root.put("schema", 2));
    malformed("certificate.json: schema is 2: this version of the program reads schema 1.");
  }

  @Test
  void missingAndUnknownKeys() throws IOException {
    tamper("certificate.json", root -> root.remove("study"));
    malformed("certificate.json", "study");
    copyAgain();
    tamper("certificate.json", root -> root.put("studdy", "x"));
    malformed("certificate.json: /studdy: Unrecognized field \"studdy\"");
    copyAgain();
    tamper("summary.json", root -> ((ObjectNode) root.at("/cells/0")).put("runs", "many"));
    malformed("summary.json: /cells/0/runs is \"many\": it must be a whole number.");
  }

  @Test
  void aDecimalThatIsNotTheNumber() throws IOException {
    tamper(
        "certificate.json",
        root -> ((ObjectNode) root.at(OBJECTIVE + "/bounds/lipschitz/upper")).put("decimal", 9));
    malformed("/objectives/0/bounds/lipschitz/upper: the decimal 9 is not the number");
  }

  @Test
  void missingFiles() throws IOException {
    Files.delete(folder.resolve("study.yaml"));
    malformed("study.yaml: no such file");
    // The formula of the certificate suffices where there is no summary.
    Files.delete(folder.resolve("summary.json"));
    assertThat(Invocation.run("verify", folder).exitCode()).isZero();
    Files.delete(folder.resolve("certificate.json"));
    malformed("certificate.json: no such file");
  }

  private void refused(String message) {
    Invocation verified = Invocation.run("verify", folder, "--quiet");

    assertThat(verified.errors()).isEmpty();
    assertThat(verified.output().replaceAll("\\s+", " ")).contains("NOT CONFIRMED", message);
    assertThat(verified.exitCode()).isEqualTo(4);
  }

  private void malformed(String... message) {
    Invocation verified = Invocation.run("verify", folder);

    assertThat(verified.errors()).contains(message).contains("\nMaybe ");
    assertThat(verified.errors()).doesNotContain("\tat ", "org.separatrix", "java.");
    assertThat(verified.exitCode()).isEqualTo(2);
  }

  private void copyAgain() throws IOException {
    for (String name : List.of("certificate.json", "summary.json")) {
      Files.delete(folder.resolve(name));
      Files.copy(original.resolve(name), folder.resolve(name));
    }
  }

  private void tamper(String name, Consumer<ObjectNode> change) throws IOException {
    StoredJson.edit(folder.resolve(name), change);
  }

  private static ObjectNode point(ObjectNode root, String kind) {
    for (JsonNode point : root.at(OBJECTIVE + "/census/points")) {
      if (point.get("kind").asText().equals(kind)) {
        return (ObjectNode) point;
      }
    }
    throw new AssertionError(kind);
  }
}
