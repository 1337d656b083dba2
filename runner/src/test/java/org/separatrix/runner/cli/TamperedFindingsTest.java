package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Findings, expectations and controls that do not fit together are not confirmed. */
class TamperedFindingsTest {
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
        objectives: [{type: lee-2016}]
        optimizers:
          - {type: gradient-descent, step: 0.05}
          - {type: gradient-descent, step: 0.1}
        starts: [{type: uniform-box}]
        runs: 200
        stop: {max-steps: 20000}
        analyze: [saddle-avoidance, {type: escape-time, runs: 2000}]
        controls: [start-on-stable-manifold]
        expect: {escape-rate: consistent}
        compare: {runs: 0}
        """);
    assertThat(Invocation.run("run", study, "--quiet", "--out", original).exitCode()).isZero();
  }

  @BeforeEach
  void copy() throws IOException {
    StoredResults.copyVerified(original, folder);
  }

  @Test
  void whatWasNotTouchedIsConfirmed() {
    Invocation verified = Invocation.run("verify", folder);

    assertThat(verified.output()).doesNotContain("NOT CONFIRMED");
    assertThat(verified.output()).contains("with verdicts that they bear out");
    assertThat(verified.exitCode()).isZero();
  }

  /** Of the first cell the theorem's hypotheses hold, of the second they do not. */
  @ParameterizedTest
  @CsvSource({
    "saddle-avoidance, 0, contradicted, its test does not reject it",
    "saddle-avoidance, 0, inconclusive, with 0 hits and 0 unresolved of 200 runs it is consistent",
    "saddle-avoidance, 0, hypotheses-not-met, none of its hypotheses is violated",
    "saddle-avoidance, 1, consistent, one of its hypotheses is violated",
    "saddle-avoidance, 0, fine, no such verdict",
    "escape-time, 0, contradicted, its test does not reject it",
    "escape-rate, 0, contradicted, 'escape-rate the study expects [consistent]'"
  })
  void anotherVerdict(String prediction, int number, String verdict, String objection)
      throws IOException {
    tamper(root -> finding(root, prediction, number).put("verdict", verdict));
    refused(objection);
  }

  /** As a plugin's analyzer may answer. */
  @Test
  void hypothesesThatAreNotToldMayFail() throws IOException {
    tamper(
        root -> {
          ObjectNode finding = finding(root, "escape-time", 0);
          finding.put("verdict", "hypotheses-not-met");
          finding.putArray("hypotheses");
        });

    assertThat(Invocation.run("verify", folder).output()).doesNotContain("NOT CONFIRMED");
  }

  @Test
  void aTestThatWasMadeToReject() throws IOException {
    tamper(
        root ->
            ((ObjectNode) finding(root, "escape-time", 0).get("significance"))
                .put("pValue", 1e-9)
                .put("adjusted", 1e-8));
    refused("by Holm's correction it is");
  }

  @Test
  void otherHits() throws IOException {
    tamper(
        root ->
            ((ObjectNode) finding(root, "saddle-avoidance", 0).get("observed")).put("upper", 1e-3));
    refused("upper is said to be 0.001, by the counts of its cell it is 0.0148");
  }

  @Test
  void aFindingThatWasRemovedOrInvented() throws IOException {
    tamper(root -> ((ArrayNode) root.get("findings")).remove(0));
    refused("saddle-avoidance is answered 0 times for c2");

    tamper(
        root -> {
          ArrayNode findings = (ArrayNode) root.get("findings");
          findings.insert(0, findings.get(0).deepCopy());
          ((ObjectNode) findings.get(0)).put("prediction", "noise-escape").put("point", "c9");
        });
    refused("noise-escape: no analyzer of the study tests it");
    refused("lee-2016 has no critical point c9");
  }

  @Test
  void cellsThatAreGoneOrInventedAreNamed() throws IOException {
    tamper(root -> ((ArrayNode) root.get("cells")).remove(0));
    refused("cells: 1 of the study's 2 missing: lee-2016/gradient-descent-step=0.05/uniform-box");

    tamper(root -> ((ObjectNode) root.get("cells").get(0)).put("id", "elsewhere"));
    refused("cells: 2 of the study's 2 missing: ");
    refused("cells: 1 not in the study: elsewhere");
  }

  @Test
  void cellsInAnotherOrder() throws IOException {
    tamper(
        root -> {
          ArrayNode cells = (ArrayNode) root.get("cells");
          cells.add(cells.remove(0));
        });
    refused("they are in another order than in the study, or some are there twice");
  }

  @Test
  void controlsAndExpectationsThatAreGone() throws IOException {
    tamper(
        root -> {
          ((ArrayNode) root.get("controls")).removeAll();
          ((ArrayNode) root.get("expectations")).removeAll();
        });
    refused("they are [], the study has [start-on-stable-manifold]");
    refused("0 expectations are stored, the study has 1");
  }

  private void refused(String message) {
    Invocation verified = Invocation.run("verify", folder, "--quiet");

    assertThat(verified.errors()).isEmpty();
    assertThat(verified.output().replaceAll("\\s+", " ")).contains("NOT CONFIRMED", message);
    assertThat(verified.exitCode()).isEqualTo(4);
  }

  private void tamper(Consumer<ObjectNode> change) throws IOException {
    StoredJson.edit(folder.resolve("summary.json"), change);
  }

  private static ObjectNode finding(ObjectNode root, String prediction, int number) {
    return (ObjectNode) StoredFindings.of(root, prediction).get(number);
  }
}
