package org.separatrix.core.start;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Problem;

/** Reads points from a CSV file in UTF-8: one on each line, after an optional line of headings. */
final class PointsFile {
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?((\\d+\\.?\\d*|\\.\\d+)(e[+-]?\\d+)?|nan|inf(inity)?)", Pattern.CASE_INSENSITIVE);
  private static final Pattern LIKE_A_NUMBER = Pattern.compile("[+-]?\\.?\\d");
  private static final Pattern GAP = Pattern.compile("^[+-]?\\.?\\d\\S*([ \t])\\s*\\S");
  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final CSVFormat FORMAT =
      CSVFormat.DEFAULT.builder().setIgnoreSurroundingSpaces(true).get();

  private final Path file;
  private final Problem problem;

  private PointsFile(Path file, Problem problem) {
    this.file = file;
    this.problem = problem;
  }

  /**
   * Reads all points.
   *
   * @param file the file
   * @param problem the problem, for its dimension
   * @throws IllegalArgumentException if the file cannot be read or holds something else; the
   *     message begins with the key, and names file, line, column and value
   */
  static double[][] read(Path file, Problem problem) {
    if (Files.isDirectory(file)) {
      throw new IllegalArgumentException(
          "file %s is a folder.%nMaybe name a CSV file in it.".formatted(file));
    }
    if (!Files.exists(file)) {
      throw new IllegalArgumentException(
          "file %s does not exist.%nMaybe give its name relative to the study's folder."
              .formatted(file));
    }
    if (!Files.isRegularFile(file)) {
      // A device or a pipe may have no end, and nothing to be copied into results.
      throw new IllegalArgumentException(
          "file %s is a device or a pipe.%nMaybe write its content to a file.".formatted(file));
    }
    try {
      return new PointsFile(file, problem).read();
    } catch (UncheckedIOException unreadable) {
      throw failure(file, unreadable.getCause());
    } catch (IOException unreadable) {
      throw failure(file, unreadable);
    }
  }

  private double[][] read() throws IOException {
    List<double[]> points = new ArrayList<>();
    long line = 0;
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8);
        CSVParser rows = CSVParser.parse(text, FORMAT)) {
      for (CSVRecord row : rows) {
        rejectOtherSeparators(row, rows.getCurrentLineNumber());
        if (row.getRecordNumber() > 1 || !isHeading(row)) {
          points.add(point(row, rows.getCurrentLineNumber()));
        }
        line = rows.getCurrentLineNumber();
      }
    } catch (UncheckedIOException unreadable) {
      if (unreadable.getCause() instanceof CSVException) {
        throw new IllegalArgumentException(
            "file %s:%d: a quotation mark does not end its column.%nMaybe write numbers without any."
                .formatted(file, line + 1),
            unreadable);
      }
      throw unreadable;
    }
    if (points.isEmpty()) {
      throw new IllegalArgumentException("file %s: there are no points in it".formatted(file));
    }
    return points.toArray(new double[0][]);
  }

  /**
   * Where the comma is the decimal sign, spreadsheets write a semicolon between columns; other
   * programs write a space or a tab.
   */
  private void rejectOtherSeparators(CSVRecord row, long line) {
    for (String field : row) {
      String other = otherSeparator(field);
      if (!other.isEmpty()) {
        throw new IllegalArgumentException(
            "file %s:%d: '%s' has a %s: columns are separated by commas, and numbers have decimal points"
                .formatted(file, line, String.join(",", row), other));
      }
    }
  }

  private static String otherSeparator(String field) {
    if (field.contains(";")) {
      return "';'";
    }
    Matcher gap = GAP.matcher(field);
    if (!gap.find()) {
      return "";
    }
    return gap.group(1).equals(" ") ? "space" : "tab";
  }

  private double[] point(CSVRecord row, long line) {
    if (row.size() != problem.dimension()) {
      throw new IllegalArgumentException(
          "file %s:%d: %d %s, but objective '%s' has dimension %d"
              .formatted(
                  file,
                  line,
                  row.size(),
                  row.size() == 1 ? "column" : "columns",
                  problem.name(),
                  problem.dimension()));
    }
    double[] x = new double[row.size()];
    for (int k = 0; k < x.length; k++) {
      String field = field(row, k);
      x[k] = isNumber(field) ? parse(field) : Double.NaN;
      if (!Double.isFinite(x[k])) {
        throw new IllegalArgumentException(
            "file %s:%d: column %d is '%s': it must be a finite number"
                .formatted(file, line, k + 1, field));
      }
    }
    return x;
  }

  private static double parse(String number) {
    char last = number.charAt(number.length() - 1);
    return Character.isDigit(last) || last == '.' ? Double.parseDouble(number) : Double.NaN;
  }

  /** A heading does not begin like a number, as 1f does. */
  private static boolean isHeading(CSVRecord row) {
    for (int k = 0; k < row.size(); k++) {
      String field = field(row, k);
      if (field.isEmpty() || LIKE_A_NUMBER.matcher(field).lookingAt() || isNumber(field)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNumber(String field) {
    return NUMBER.matcher(field).matches();
  }

  private static String field(CSVRecord row, int column) {
    String field = row.get(column);
    return field.startsWith(BYTE_ORDER_MARK) ? field.substring(1).strip() : field.strip();
  }

  private static IllegalArgumentException failure(Path file, @Nullable Throwable cause) {
    return new IllegalArgumentException(
        cause instanceof CharacterCodingException
            ? "file %s: it is not text in UTF-8".formatted(file)
            : "file %s: it cannot be read: %s".formatted(file, cause),
        cause);
  }
}
