package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.separatrix.runner.FolderCopy;

/** Files of runs, trajectories, running times and figures that are not as they were written. */
class DamagedFilesTest {
  @TempDir private static Path original = Path.of("");

  @TempDir private Path folder = Path.of("");
  private Path out = Path.of("");

  @BeforeAll
  static void run() throws IOException {
    SmallResults.write(original);
  }

  @BeforeEach
  void copy() throws IOException {
    out = folder.resolve("out");
    FolderCopy.copy(original.resolve("out"), out);
  }

  /** Of the runs of an optimizer and of the trajectories; no query shows a number of them. */
  @ParameterizedTest
  @CsvSource({
    "RUNS, truncated, it has 1000 bytes of",
    "RUNS, empty, it has 0 bytes of",
    "RUNS, flipped at 300, its content was changed (checksum)",
    "RUNS, flipped at -60, its content was changed (checksum)",
    "RUNS, flipped at 6, its content was changed (checksum)",
    "RUNS, those of the other, its content was changed (checksum)",
    "RUNS, missing, it is missing",
    "RUNS, a folder, it has",
    "runs/more.parquet, those of the other, the summary does not list it",
    "trajectories.parquet, truncated, it has 1000 bytes of",
    "trajectories.parquet, flipped at 300, its content was changed (checksum)",
    "trajectories.parquet, empty, it has 0 bytes of",
    "trajectories.parquet, those of the other, it has",
  })
  void ofRunsAreNamed(String name, String damage, String message) throws IOException {
    Path file = damage(name, damage);

    Invocation query = Invocation.run("query", out, "select count(*) from runs");
    assertThat(query.output()).isEmpty();
    assertThat(query.errors().replace(",", ""))
        .startsWith(file + ": " + message)
        .endsWith(".\nMaybe write the results again with separatrix run.\n");
    assertThat(query.exitCode()).isEqualTo(2);
    Invocation verify = Invocation.run("verify", out, "--quiet");
    assertThat(verify.errors()).isEmpty();
    assertThat(unwrapped(verify))
        .contains("NOT CONFIRMED summary, files: " + file + ": " + message);
    assertThat(verify.exitCode()).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "truncated, ' values in place of 11'",
    "half, ': it has 1'",
    "flipped at 166, ': its content was changed (checksum)'",
    "flipped at 130, 'run is '",
    "empty, ':1: there are no running times in it'",
    "missing, ': no such file, so there are no running times to compare'",
    "those of the other, ': cannot be read: it is not in UTF-8'",
    "a folder, ': cannot be read: Is a directory'",
  })
  void ofRunningTimesAreNamed(String damage, String message) throws IOException {
    Path file = damage("runtimes.csv", damage);

    Invocation compare = Invocation.run("compare", out);

    assertThat(compare.output()).isEmpty();
    assertThat(compare.errors()).startsWith(file.toString()).contains("\nMaybe ");
    assertThat(compare.errors().replace(",", "")).contains(message.replace(",", ""));
    assertThat(compare.exitCode()).isEqualTo(2);
  }

  /** The page and the sources for LaTeX are made without them. */
  @ParameterizedTest
  @CsvSource({
    "truncated, it has 1000 bytes of",
    "flipped at 3000, its content was changed (checksum)",
    "empty, it has 0 bytes of",
    "missing, it is missing",
    "those of the other, it has",
  })
  void ofFiguresAreLeftOutAndNamed(String damage, String message) throws IOException {
    Path file = damage("figures/comparison_data-profile.json", damage);

    Invocation report = Invocation.run("report", out);
    Invocation export = Invocation.run("export", out, "--latex");

    assertThat(report.exitCode()).isZero();
    assertThat(report.errors().replace(",", ""))
        .startsWith("separatrix: warning: " + file + ": " + message);
    assertThat(Files.readString(out.resolve("report.html")).replace(",", ""))
        .contains("\"missing\":[\"" + file + ": " + message);
    assertThat(export.exitCode()).isZero();
    assertThat(export.errors().replace(",", ""))
        .startsWith("separatrix: left out: " + file + ": " + message);
  }

  /** A summary from elsewhere cannot have other files looked at, nor those be deleted. */
  @Test
  void otherFilesAreNotTouched() throws IOException {
    Path other = Files.writeString(folder.resolve("other"), "kept");
    StoredJson.replace(out.resolve("summary.json"), "/files/0/name", "\"../other\"");
    StoredJson.replace(
        out.resolve("summary.json"), "/figures/0/files", "[\"figures/../../other\"]");

    assertThat(Invocation.run("report", out).errors())
        .contains("../other: this is no name of a file of results");
    assertThat(Invocation.run("run", original.resolve("small.yaml"), "--out", out, "--quiet"))
        .isEqualTo(new Invocation(0, "", ""));

    assertThat(other).hasContent("kept");
  }

  private Path damage(String name, String damage) throws IOException {
    Path file = name.equals("RUNS") ? SmallResults.runs(out, "slow") : out.resolve(name);
    byte[] content = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    if (damage.startsWith("flipped at ")) {
      int at = Integer.parseInt(damage.substring("flipped at ".length()));
      content[at < 0 ? content.length + at : at] ^= 1;
      Files.write(file, content);
      return file;
    }
    switch (damage) {
      case "half" -> Files.writeString(file, firstHalf(Files.readAllLines(file)));
      case "truncated" -> Files.write(file, Arrays.copyOf(content, 1000));
      case "empty" -> Files.write(file, new byte[0]);
      case "missing" -> Files.delete(file);
      case "a folder" -> {
        Files.delete(file);
        Files.createDirectory(file);
      }
      case "those of the other" ->
          Files.copy(SmallResults.runs(out, "fast"), file, StandardCopyOption.REPLACE_EXISTING);
      default -> throw new AssertionError(damage);
    }
    return file;
  }

  /** As lines, which alone would not be missed. */
  private static String firstHalf(List<String> lines) {
    return String.join("\n", lines.subList(0, 1 + (lines.size() - 1) / 2)) + "\n";
  }

  private static String unwrapped(Invocation invocation) {
    return invocation
        .output()
        .replaceAll("\\s+", " ")
        .replace(",", "")
        .replace("CONFIRMED summary files", "CONFIRMED summary, files");
  }
}
