package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.separatrix.runner.FolderCopy;

/**
 * Whoever reads a damaged summary says where and how it is damaged, in the same words, and changes
 * nothing; a run replaces it.
 */
class DamagedSummaryTest {
  private static final Map<String, List<String>> MORE =
      Map.of("export", List.of("--latex"), "query", List.of("select 1"));
  private static final String AGAIN = "\nMaybe write the results again with separatrix run";

  @TempDir private static Path original = Path.of("");
  private static SortedMap<String, String> sound = new TreeMap<>();

  @TempDir private Path folder = Path.of("");
  private Path out = Path.of("");
  private Path summary = Path.of("");

  /** What becomes of the text of the file. */
  private enum Text {
    TRUNCATED(t -> t.substring(0, t.indexOf("\"cells\"") + 20), "Unexpected end-of-input"),
    EMPTY(t -> "", ": schema is missing: this version of the program reads schema 1."),
    NULL(t -> "null", ": schema is missing: this version of the program reads schema 1."),
    A_LIST(t -> "[]", ": schema is missing: this version of the program reads schema 1."),
    ONLY_A_SCHEMA(t -> "{\"schema\": 1}", ": /study is missing: it must be a text"),
    SCHEMA_AS_TEXT(t -> t.replace("\"schema\" : 1", "\"schema\" : \"1\""), ": schema is \"1\""),
    SCHEMA_OF_A_FRACTION(t -> t.replace("\"schema\" : 1", "\"schema\" : 1.5"), ": schema is 1.5"),
    KEY_TWICE(t -> t.replace("\"seed\" : 42", "\"seed\" : 42, \"seed\" : 43"), ":4:22: Duplicate"),
    NOT_A_NUMBER(
        t -> t.replace("\"seed\" : 42", "\"seed\" : NaN"), ":4:15: Non-standard token 'NaN'"),
    TOO_LONG_A_NUMBER(
        t -> t.replace("\"seed\" : 42", "\"seed\" : " + "9".repeat(2000)),
        ": Number value length (2000) exceeds the maximum allowed (1000)"),
    BINARY(t -> "\0\1", ":1:2: Illegal character"),
    MORE_AFTER_ITS_END(t -> t + "{}", ": something follows after its end"),
    NESTED_DEEPLY(
        t -> "{\"schema\": 1, \"a\": " + "[".repeat(100_000),
        ": Document nesting depth (1001) exceeds the maximum allowed (1000)");

    @SuppressWarnings("ImmutableEnumChecker") // a function without a state
    private final UnaryOperator<String> change;

    private final String message;

    Text(UnaryOperator<String> change, String message) {
      this.change = change;
      this.message = message;
    }
  }

  @BeforeAll
  static void run() throws IOException {
    sound = StoredResults.contents(SmallResults.write(original));
  }

  @BeforeEach
  void copy() throws IOException {
    out = folder.resolve("out");
    summary = out.resolve("summary.json");
    FolderCopy.copy(original.resolve("out"), out);
  }

  @ParameterizedTest
  @EnumSource
  void aDamagedTextIsSaid(Text damage) throws IOException {
    Files.writeString(summary, damage.change.apply(Files.readString(summary)));

    assertRefused(damage.message, "export", "query");
  }

  /** A value is replaced by another that is JSON, but not what was written. */
  @ParameterizedTest
  @CsvSource({
    "/cells, {}, '/cells is {}: it must be a list.'",
    "/cells, null, '/cells is null: it must be a list.'",
    "/cells/0, '\"x\"', '/cells/0 is \"x\": it must be an object.'",
    "/cells/0/runs, 1.5, '/cells/0/runs is 1.5: it must be a whole number.'",
    "/cells/0/limits, '{\"a\":1}', '/cells/0/limits is {\"a\":1}: it must be a list.'",
    "/cells/0/terminations, [1], '/cells/0/terminations is [1]: it must be an object.'",
    "/cells/0/steps, '\"x\"', '/cells/0/steps is \"x\": it must be an object.'",
    "/criticalPoints, 5, '/criticalPoints is 5: it must be a list.'",
    "/criticalPoints/0/x, '\"ab\"', '/criticalPoints/0/x is \"ab\": it must be a list.'",
    "/criticalPoints/0/x/1, '\"3\"', '/criticalPoints/0/x/1 is \"3\": it must be a number.'",
    "/findings/0, 3, '/findings/0 is 3: it must be an object.'",
    "/findings/0/verdict, null, '/findings/0/verdict is null: it must be a text'",
    "/figures, '\"x\"', '/figures is \"x\": it must be a list.'",
    "/files, '\"x\"', '/files is \"x\": it must be a list.'",
    "/study, '\"a\\u001b[2Jb\"', '/study is \"a\\u001B[2Jb\": it must be a text without control'",
  })
  void aDamagedValueIsSaid(String pointer, String value, String message) throws IOException {
    StoredJson.replace(summary, pointer, value);

    assertRefused(": " + message, "export", "query");
  }

  @ParameterizedTest
  @CsvSource({
    "'\"seed\" : 42,', Unexpected character",
    "'\"study\" : \"small\",', /study is missing"
  })
  void allCommandsSayTheSame(String removed, String message) throws IOException {
    String text = Files.readString(summary);
    assertThat(text).contains(removed);
    Files.writeString(summary, text.replace(removed, removed.contains("seed") ? ":" : ""));

    assertRefused(message, "report", "export", "query", "verify", "compare");
  }

  @Test
  void aRunReplacesIt() throws IOException {
    Files.writeString(summary, "{");

    assertThat(Invocation.run("resume", out, "--quiet")).isEqualTo(new Invocation(0, "", ""));

    assertThat(StoredResults.contents(out)).isEqualTo(sound);
  }

  /** What another study says of itself does not go with these files. */
  @Test
  void theSummaryOfAnotherStudyIsNotTaken() throws IOException {
    Path other = folder.resolve("other");
    Invocation.run(
        "run",
        SmallResults.study(folder),
        "--out",
        other,
        "--quiet",
        "--set",
        "name=other",
        "--seed",
        "7");
    Files.copy(other.resolve("summary.json"), summary, StandardCopyOption.REPLACE_EXISTING);

    assertRefused("runs/himmelblau_fast_uniform-box.parquet: its content was changed", "query");
    assertRefused("runtimes.csv: ", "compare");
    assertThat(Invocation.run("verify", out, "--quiet").output().replaceAll("\\s+", " "))
        .contains("NOT CONFIRMED summary, study: it is of 'other', seed 7, the study is 'small'");
  }

  private void assertRefused(String message, String... commands) throws IOException {
    SortedMap<String, String> before = FolderContents.of(out);
    for (String command : commands) {
      List<Object> words = new ArrayList<>(List.of(command, out));
      words.addAll(MORE.getOrDefault(command, List.of()));
      Invocation refused = Invocation.run(words.toArray());

      assertThat(refused.exitCode()).isEqualTo(2);
      assertThat(refused.output()).isEmpty();
      assertThat(refused.errors())
          .startsWith(out + "/")
          .contains(message, AGAIN)
          .doesNotContain("\tat ", "Exception", "com.fasterxml", "REDACTED");
    }
    assertThat(FolderContents.of(out)).isEqualTo(before);
  }
}
