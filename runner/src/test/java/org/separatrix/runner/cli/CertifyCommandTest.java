package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is certified of functions that are known, and that it is confirmed. */
class CertifyCommandTest {
  private static final Path EXAMPLE = Path.of("../configs/lee-2016/example.yaml");

  @TempDir private Path folder = Path.of("");

  @Test
  void certifiesLeesFunction() throws IOException {
    Invocation certified = Invocation.run("certify", EXAMPLE, "--out", folder);

    assertThat(certified.errors()).isEmpty();
    assertThat(certified.exitCode()).isZero();
    assertThat(certified.output().lines()).allMatch(line -> line.length() <= 100);
    assertThat(certified.output())
        .contains("L = sup |H|         = 11, witness")
        .contains("3, certainly all; the degree of the gradient, 1, agrees with their indices")
        .contains("c2   strict-saddle  (0, 0)   eigenvalues -1, 1")
        .contains("alpha < 1/L certified, alpha L in [0.9, 0.9]")
        .contains("alpha < 1/L violated, alpha L in [1.1, 1.1]")
        .contains("a step maps it into itself: proven, with rounding")
        .contains("nothing is certified of 'perturbed-gradient-descent'")
        .contains("time                bounds ");
    JsonNode lee = certificate().at("/objectives/0");
    assertThat(lee.at("/formula/text").asText()).isEqualTo("x^2/2 + y^4/4 - y^2/2");
    assertThat(lee.at("/bounds/lipschitz/upper/hex").asText()).isEqualTo("0x1.6p3");
    JsonNode steps = lee.at("/methods/0/steps");
    assertThat(steps.at("/avoidance/decimal").asDouble()).isBetween(0.0909090909, 1.0 / 11);
    assertThat(steps.at("/descent/decimal").asDouble()).isBetween(0.1818181818, 2.0 / 11);
    assertThat(steps.at("/stable/0/bound/decimal/0").asDouble()).isBetween(0.999999999, 1.0);
    // |y - alpha (y^3 - y)| <= 2 on [-2, 2] exactly if alpha <= 2/3.
    assertThat(steps.at("/invariantUpTo/decimal").asDouble()).isBetween(0.66666, 2.0 / 3);
    assertThat(steps.at("/leavesFrom/decimal").asDouble()).isBetween(2.0 / 3, 0.66668);
    assertThat(lee.at("/methods/2/steps/stable/0/bound/decimal/0").asDouble())
        .isBetween(1.8999999, 1.9000001);
    confirm();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "himmelblau|9|4, 4, 1|true",
        "three-hump-camel|5|3, 2, 0|true",
        "mueller-brown|5|3, 2, 0|true",
        "monkey-saddle|0|0, 0, 0|false",
        "quartic-saddle|0|0, 0, 0|false",
      })
  void knowsTheCriticalPoints(String type, int count, String byIndex, boolean complete)
      throws IOException {
    Invocation certified = certify("{type: " + type + "}");

    assertThat(certified.exitCode()).isZero();
    JsonNode census = certificate().at("/objectives/0/census");
    assertThat(census.get("count").asInt()).isEqualTo(count);
    assertThat(census.get("countsByIndex")).hasToString("[" + byIndex.replace(" ", "") + "]");
    assertThat(census.get("complete").asBoolean()).isEqualTo(complete);
    assertThat(certified.output().contains("undecided           degenerate: "))
        .isEqualTo(!complete);
    assertThat(certified.output()).doesNotContain("CONTRADICTS");
    confirm();
  }

  @Test
  void countsWhatIsTooMuchToList() throws IOException {
    Invocation certified = certify("{type: styblinski-tang, dimension: 10}");

    assertThat(certified.exitCode()).isZero();
    assertThat(certified.output())
        .contains("59,049, certainly all")
        .contains("0: 1,024, 1: 5,120,")
        .containsPattern("59,049 critical points are\\s+more than 500");
    JsonNode census = certificate().at("/objectives/0/census");
    assertThat(census.get("points").isNull()).isTrue();
    assertThat(census.at("/countsByIndex/10").asInt()).isEqualTo(1);
    confirm();
  }

  /** The derivative 2 x^3 - 16 x + 2.5 of each summand is zero at -2.9035, 0.1567 and 2.7468. */
  @Test
  void tellsBySummandsWhatIsCapturedByTooManyMinima() throws IOException {
    Invocation certified = certify("{type: styblinski-tang, dimension: 10}");

    assertThat(certified.output().replaceAll("\\s+", " "))
        .contains("captured where x[1], x[2], x[3], x[4], x[5]")
        .containsPattern("x\\[10\\], each within 2[.][0-9]+ to 2[.][0-9]+ of one of 2 minima");
    JsonNode summands = certificate().at("/objectives/0/methods/0/capturesOfSummands");
    assertThat(summands).hasSize(10);
    assertThat(summands.at("/4/0/radius/decimal").asDouble()).isBetween(2.0, 3.0602);
    assertThat(summands.at("/4/1/radius/decimal").asDouble()).isBetween(2.0, 2.5901);

    String radius = "/objectives/0/methods/0/capturesOfSummands/4/1/radius";
    StoredJson.edit(
        folder.resolve("certificate.json"), root -> StoredJson.set(root.at(radius), 2.6));
    assertThat(Invocation.run("verify", folder, "--quiet").output().replaceAll("\\s+", " "))
        .contains("of summand 5, the ball of radius 2.6 at c3 is not proved to be captured");
  }

  @Test
  void countsOneOfAKind() throws IOException {
    certify("{type: formula, f: x^2/2, variables: [x], domain: [-1, 1]}");

    assertThat(Invocation.run("verify", folder).output().replaceAll("\\s+", " "))
        .contains("by another search of 1 box ")
        .contains("stable steps: 1 minimum ");
  }

  @Test
  void saysWhatItCannotCertify() throws IOException {
    Invocation code = certify("{type: octopus, dimension: 2}");

    assertThat(code.exitCode()).isZero();
    assertThat(code.output())
        .contains("not certified       nothing is certified: the objective is");
    assertThat(certificate().at("/objectives/0/bounds")).isEmpty();
    confirm();
    assertThat(certify("{type: styblinski-tang, dimension: 65}").output())
        .contains("nothing is certified: 65 variables are too many");
  }

  @Test
  void aRunKeepsWhatItProvedAndIsConfirmed() throws IOException {
    Invocation run =
        Invocation.run("run", EXAMPLE, "--set", "runs=300", "--quiet", "--out", folder);

    assertThat(run.exitCode()).isZero();
    assertThat(certificate().at("/objectives/0/census/count").asInt()).isEqualTo(3);
    confirm();
    assertThat(Invocation.run("certify", EXAMPLE, "--out", folder).errors())
        .isEqualTo(
            folder
                + " holds the results of a run of another study, or with other values.\n"
                + "Maybe choose another folder with --out.\n");
  }

  private Invocation certify(String objective) throws IOException {
    Path study = folder.resolve("my.yaml");
    Files.writeString(
        study,
        """
        schema: 1
        objectives: [%s]
        optimizers: [{type: gradient-descent, step: 0.0001}]
        starts: [{type: gaussian, sigma: 1}]
        runs: 10
        """
            .formatted(objective));
    return Invocation.run("certify", study, "--out", folder);
  }

  private void confirm() {
    Invocation verified = Invocation.run("verify", folder);

    assertThat(verified.output())
        .doesNotContain("NOT CONFIRMED")
        .containsPattern("settings: gap: [0-9.]+, boxes: [0-9]+, seconds: [0-9.]+\n");
    assertThat(verified.errors()).isEmpty();
    assertThat(verified.exitCode()).isZero();
  }

  private JsonNode certificate() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("certificate.json").toFile());
  }
}
