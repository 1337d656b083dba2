package org.separatrix.runner.store;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.compare.ComparedProblem;
import org.separatrix.runner.compare.ComparedTarget;
import org.separatrix.runner.compare.RunningTimes;
import org.separatrix.runner.csv.CsvText;
import org.separatrix.runner.label.Labels;

/**
 * Writes and reads {@code runtimes.csv}: a line for each run and target, runs in the order of their
 * numbers from 0.
 *
 * <p>The columns are {@code objective, start, optimizer, dimension, target, tolerance, level, run,
 * gradient_evaluations, value_evaluations, reached}. The target is "gradient-norm", "value" or
 * "distance"; reached is true or false; of a run that was given up the evaluations are those until
 * then.
 */
public final class RunningTimesFile {
  /** Its name in a folder of results. */
  public static final String NAME = "runtimes.csv";

  private static final List<String> COLUMNS =
      List.of(
          "objective",
          "start",
          "optimizer",
          "dimension",
          "target",
          "tolerance",
          "level",
          "run",
          "gradient_evaluations",
          "value_evaluations",
          "reached");

  private static final Labels<ComparedTarget.Kind> TARGETS =
      Labels.of(ComparedTarget.Kind.class, ComparedTarget.Kind::label);

  private RunningTimesFile() {}

  /**
   * Replaces the file atomically.
   *
   * @param target the file
   * @param times what it is to hold
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, List<RunningTimes> times) throws IOException {
    AtomicFile.write(
        target,
        out -> {
          // Not closed: the stream belongs to the atomic file.
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          writer.write(String.join(",", COLUMNS) + "\n");
          for (RunningTimes each : times) {
            write(each, writer);
          }
          writer.flush();
        });
  }

  private static void write(RunningTimes times, Writer writer) throws IOException {
    ComparedProblem problem = times.problem();
    String beginning =
        CsvText.FORMAT.format(
            problem.objective(),
            problem.start(),
            times.optimizer(),
            problem.dimension(),
            problem.target().kind().label(),
            problem.target().tolerance(),
            problem.target().level());
    for (int run = 0; run < times.runs(); run++) {
      writer.append(beginning).append(',').append(Integer.toString(run));
      writer.append(',').append(Long.toString(times.gradients()[run]));
      writer.append(',').append(Long.toString(times.values()[run]));
      writer.append(',').append(Boolean.toString(times.reached()[run])).append('\n');
    }
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @throws MalformedFileException if it is missing, or not as it should be
   */
  public static List<RunningTimes> read(Path file) {
    Map<List<String>, List<CSVRecord>> rows = new LinkedHashMap<>();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser csv = CSVParser.parse(reader, CSVFormat.RFC4180)) {
      boolean header = true;
      for (CSVRecord row : csv) {
        if (header && !row.toList().equals(COLUMNS)) {
          throw malformed(file, 1, "the columns are not " + String.join(", ", COLUMNS));
        }
        if (!header) {
          if (row.size() != COLUMNS.size()) {
            throw malformed(
                file, row.getRecordNumber(), row.size() + " values in place of " + COLUMNS.size());
          }
          if (row.stream().anyMatch(text -> text.chars().anyMatch(Character::isISOControl))) {
            throw malformed(file, row.getRecordNumber(), "there is a control character in it");
          }
          rows.computeIfAbsent(row.toList().subList(0, 7), key -> new ArrayList<>()).add(row);
        }
        header = false;
      }
    } catch (NoSuchFileException missing) {
      throw new MalformedFileException(
          ("%s: no such file, so there are no running times to compare.%nMaybe run the study with"
                  + " two or more optimizers and without compare: {runs: 0}.")
              .formatted(file));
    } catch (UncheckedIOException unreadable) {
      throw unreadable(file, unreadable.getCause());
    } catch (IOException unreadable) {
      throw unreadable(file, unreadable);
    }
    if (rows.isEmpty()) {
      throw malformed(file, 1, "there are no running times in it");
    }
    return rows.values().stream().map(group -> times(file, group)).toList();
  }

  private static MalformedFileException unreadable(Path file, @Nullable IOException failure) {
    String reason =
        failure instanceof CharacterCodingException
            ? "it is not in UTF-8"
            : String.valueOf(failure == null ? null : failure.getMessage());
    return new MalformedFileException(
        "%s: cannot be read: %s.%nMaybe run the study again.".formatted(file, reason));
  }

  private static RunningTimes times(Path file, List<CSVRecord> rows) {
    int runs = rows.size();
    long[] gradients = new long[runs];
    long[] values = new long[runs];
    boolean[] reached = new boolean[runs];
    for (int run = 0; run < runs; run++) {
      CSVRecord row = rows.get(run);
      if (!row.get(7).equals(Integer.toString(run))) {
        throw malformed(
            file, row.getRecordNumber(), "run is '%s' where %d follows".formatted(row.get(7), run));
      }
      gradients[run] = whole(file, row, 8, 1);
      values[run] = whole(file, row, 9, 0);
      if (!row.get(10).matches("true|false")) {
        throw malformed(file, row.getRecordNumber(), "reached is '" + row.get(10) + "'");
      }
      reached[run] = Boolean.parseBoolean(row.get(10));
    }
    return new RunningTimes(
        problem(file, rows.get(0)), rows.get(0).get(2), gradients, values, reached);
  }

  private static ComparedProblem problem(Path file, CSVRecord row) {
    String label = row.get(4);
    ComparedTarget.Kind kind =
        TARGETS
            .find(label)
            .orElseThrow(
                () ->
                    malformed(file, row.getRecordNumber(), "no target is called '" + label + "'"));
    ComparedTarget target =
        new ComparedTarget(kind, number(file, row, 5), number(file, row, 6), Optional.empty());
    return new ComparedProblem(
        row.get(0), row.get(1), Math.toIntExact(whole(file, row, 3, 1)), target);
  }

  private static long whole(Path file, CSVRecord row, int column, long least) {
    try {
      long value = Long.parseLong(row.get(column));
      if (value >= least && value < 1L << 53) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      // Said below.
    }
    throw malformed(file, row.getRecordNumber(), wrong(row, column));
  }

  private static double number(Path file, CSVRecord row, int column) {
    try {
      double value = Double.parseDouble(row.get(column));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException malformed) {
      // Said below.
    }
    throw malformed(file, row.getRecordNumber(), wrong(row, column));
  }

  private static String wrong(CSVRecord row, int column) {
    return "%s is '%s'".formatted(COLUMNS.get(column), row.get(column));
  }

  private static MalformedFileException malformed(Path file, long line, String problem) {
    return new MalformedFileException(
        "%s:%d: %s.%nMaybe it was changed, or written by another version of the program; run the"
                .formatted(file, line, problem)
            + " study again.");
  }
}
