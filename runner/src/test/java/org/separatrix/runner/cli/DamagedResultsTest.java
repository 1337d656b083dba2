package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.separatrix.runner.FolderCopy;

/**
 * However stored parts are damaged, the study comes out as before, and each damage is said once.
 */
@ResourceLock(StoredResults.PACE)
class DamagedResultsTest {
  private static final String PART = "64-128";
  private static final String OTHER = "128-192";

  @TempDir private static Path original = Path.of("");
  private static Path study = Path.of("");
  private static SortedMap<String, String> expected = new TreeMap<>();

  @TempDir private Path folder = Path.of("");

  /** What happens to the parts of the first cell, and what is said of it. */
  private enum Damage {
    SUMMARY_TRUNCATED(
        "64-128.json: it has 10 bytes of", cell -> edit(cell, ".json", b -> first(b, 10))),
    SUMMARY_EMPTY("64-128.json: it has 0 bytes of", cell -> edit(cell, ".json", b -> first(b, 0))),
    SUMMARY_LONGER("64-128.json: it has", cell -> edit(cell, ".json", b -> first(b, b.length + 1))),
    SUMMARY_BIT_FLIPPED(
        "64-128.json: its content was changed", cell -> edit(cell, ".json", Damage::flipped)),
    SUMMARY_MISSING(
        "64-128.json: it is missing", cell -> Files.delete(cell.resolve(PART + ".json"))),
    SUMMARY_OF_OTHER_RUNS("64-128.json: it", cell -> swap(cell, ".json")),
    SUMMARY_UNREADABLE_BUT_LISTED(
        "64-128.json: it cannot be read",
        cell -> relist(cell, b -> "{".getBytes(StandardCharsets.UTF_8))),
    SUMMARY_OF_NULLS_BUT_LISTED(
        "64-128.json: it cannot be read",
        cell -> relist(cell, b -> "{}".getBytes(StandardCharsets.UTF_8))),
    SUMMARY_OF_A_NEWER_SCHEMA(
        "64-128.json: its schema is 2",
        cell -> relist(cell, b -> replaced(b, "\"schema\":1", "\"schema\":2"))),
    SUMMARY_OF_SHIFTED_RUNS(
        "64-128.json: it is of the runs 0 to 127",
        cell -> relist(cell, b -> replaced(b, "\"first\":64,\"end\"", "\"first\":0,\"end\""))),
    ROWS_TRUNCATED(
        "64-128.rows: it has 100 bytes of", cell -> edit(cell, ".rows", b -> first(b, 100))),
    ROWS_BIT_FLIPPED(
        "64-128.rows: its content was changed", cell -> edit(cell, ".rows", Damage::flipped)),
    ROWS_MISSING("64-128.rows: it is missing", cell -> Files.delete(cell.resolve(PART + ".rows"))),
    ROWS_OF_OTHER_RUNS("64-128.rows: its content was changed", cell -> swap(cell, ".rows")),
    LEDGER_LINE_EDITED(
        "ledger.jsonl:2: the line was changed",
        cell -> edit(cell, "ledger.jsonl", b -> replaced(b, "\"first\":64,", "\"first\":63,"))),
    LEDGER_LINE_OF_ANOTHER_CHECKSUM(
        "ledger.jsonl:2: the line was changed",
        cell -> ledgerLine(cell, "{\"check\":\"0000000000000000\",\"entry\":{\"schema\":1}}")),
    LEDGER_LINE_NO_JSON("ledger.jsonl:2: the line was changed", cell -> ledgerLine(cell, "none")),
    LEDGER_LINE_EMPTY("ledger.jsonl:2: the line was changed", cell -> ledgerLine(cell, "")),
    LEDGER_LINE_WITH_A_PATH(
        "ledger.jsonl:2: the line was changed",
        cell ->
            edit(
                cell,
                "ledger.jsonl",
                b -> replaced(b, "\"first\":64,", "\"first\":\"../../64\","))),
    LEDGER_LINE_NOT_UTF8(
        "ledger.jsonl:2: the line was changed",
        cell -> edit(cell, "ledger.jsonl", b -> replaced(b, "\"first\":64,", "\u0000\u00ff"))),
    LEDGER_LINE_TORN("", cell -> edit(cell, "ledger.jsonl", b -> first(b, b.length - 20))),
    LEDGER_LINE_TWICE("", cell -> edit(cell, "ledger.jsonl", b -> twice(b))),
    LEDGER_LINES_REMOVED(
        "ledger.jsonl: lines were removed, of 13 parts of the runs 192 to 999 beside it; not used",
        cell -> keepLines(cell, 3)),
    LEDGER_LINE_OF_THE_PART_BEFORE_A_KILL("", cell -> keepLines(cell, 15)),
    LEDGER_EMPTY("ledger.jsonl: lines were removed", cell -> keepLines(cell, 0)),
    LEDGER_MISSING(
        "ledger.jsonl: no such file, but 16 parts of the runs 0 to 999 beside it; not used",
        cell -> Files.delete(cell.resolve("ledger.jsonl"))),
    TEMPORARY_FILE_LEFT("", cell -> Files.writeString(cell.resolve(".64-128.json.1.tmp"), "{")),
    CELL_MISSING("", cell -> remove(cell)),
    HOLDER_LEFT_BY_A_DEAD_PROCESS(
        "", cell -> Files.writeString(cell.resolveSibling(".lock-holder"), "process 999999 on x"));

    private final String message;

    @SuppressWarnings("ImmutableEnumChecker") // functions without a state
    private final Action action;

    Damage(String message, Action action) {
      this.message = message;
      this.action = action;
    }

    private interface Action {
      void accept(Path cell) throws IOException;
    }

    private static void edit(Path cell, String name, UnaryOperator<byte[]> change)
        throws IOException {
      Path file = cell.resolve(name.startsWith(".") ? PART + name : name);
      Files.write(file, change.apply(Files.readAllBytes(file)));
    }

    private static byte[] first(byte[] bytes, int length) {
      return Arrays.copyOf(bytes, length);
    }

    private static byte[] flipped(byte[] bytes) {
      byte[] copy = bytes.clone();
      copy[copy.length / 2] ^= 1;
      return copy;
    }

    private static byte[] twice(byte[] bytes) {
      return ByteBuffer.allocate(2 * bytes.length).put(bytes).put(bytes).array();
    }

    private static byte[] replaced(byte[] bytes, String old, String changed) {
      String text = new String(bytes, StandardCharsets.ISO_8859_1);
      assertThat(text).contains(old);
      return text.replace(old, changed).getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void swap(Path cell, String extension) throws IOException {
      Path aside = cell.resolve("aside");
      Files.move(cell.resolve(PART + extension), aside);
      Files.copy(cell.resolve(OTHER + extension), cell.resolve(PART + extension));
      Files.delete(aside);
    }

    private static void ledgerLine(Path cell, String line) throws IOException {
      Path ledger = cell.resolve("ledger.jsonl");
      List<String> lines = new ArrayList<>(Files.readAllLines(ledger));
      lines.set(1, line);
      Files.write(ledger, lines);
    }

    private static void keepLines(Path cell, int number) throws IOException {
      Path ledger = cell.resolve("ledger.jsonl");
      Files.write(ledger, Files.readAllLines(ledger).subList(0, number));
    }

    /** Changes a summary and makes the ledger agree with it. */
    private static void relist(Path cell, UnaryOperator<byte[]> change) throws IOException {
      edit(cell, ".json", change);
      StoredLedger.relist(cell, PART);
    }

    private static void remove(Path cell) throws IOException {
      Files.move(cell, cell.resolveSibling("aside"), StandardCopyOption.ATOMIC_MOVE);
    }
  }

  @BeforeAll
  static void run() throws IOException {
    study = StoredResults.write(original);
    Invocation run = StoredResults.run(study, original.resolve("out"));
    assertThat(run).isEqualTo(new Invocation(0, "", ""));
    expected = StoredResults.contents(original.resolve("out"));
    assertThat(StoredLedger.parts(StoredResults.cells(original.resolve("out")).get(0)))
        .isEqualTo(StoredResults.PARTS_OF_A_CELL);
  }

  @ParameterizedTest
  @EnumSource
  void isSaidAndRepaired(Damage damage) throws IOException {
    Path out = folder.resolve("out");
    FolderCopy.copy(original.resolve("out"), out);
    Path cell = StoredResults.cells(out).get(0);
    damage.action.accept(cell);

    Invocation again = StoredResults.run(study, out);

    assertThat(again.exitCode()).isZero();
    if (damage.message.isEmpty()) {
      assertThat(again.errors()).isEmpty();
    } else {
      assertThat(again.errors().lines())
          .singleElement()
          .asString()
          .startsWith("separatrix: warning: " + cell.resolve(damage.message));
    }
    assertThat(StoredResults.contents(out)).isEqualTo(expected);
    assertThat(StoredLedger.parts(cell)).isBetween(16, 32);
  }

  @Test
  void aLedgerOfANewerVersionIsLeftAlone() throws IOException {
    Path out = folder.resolve("out");
    FolderCopy.copy(original.resolve("out"), out);
    Path cell = StoredResults.cells(out).get(0);
    StoredLedger.changeSchema(cell, 7);
    String before = Files.readString(cell.resolve("ledger.jsonl"));

    Invocation again = StoredResults.run(study, out);

    assertThat(again)
        .isEqualTo(
            new Invocation(
                2,
                "",
                """
                %s:1: schema is 7: this version of the program reads schema 1.
                Maybe use the version that wrote it, or another folder.
                """
                    .formatted(cell.resolve("ledger.jsonl"))));
    assertThat(cell.resolve("ledger.jsonl")).hasContent(before);
  }
}
