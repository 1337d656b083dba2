package org.separatrix.runner.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.separatrix.runner.store.MalformedFileException;

/**
 * Counts of the runs of a cell, taken from {@code runs.csv}.
 *
 * @param runs number of rows
 * @param terminations rows by the reason why they stopped
 * @param limits rows by their limit, those without left out
 * @param fates rows by what provably becomes of them, those without left out
 */
record RunCounts(
    long runs, Map<String, Long> terminations, Map<String, Long> limits, Map<String, Long> fates) {

  /**
   * Counts the rows of a file by the cell's id.
   *
   * @param file the file; one that is missing has no rows
   * @throws MalformedFileException if it is not such a file
   */
  static Map<String, RunCounts> read(Path file) {
    Map<String, RunCounts> counts = new HashMap<>();
    if (Files.notExists(file)) {
      return counts;
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
    try (CSVParser rows = CSVParser.parse(file, StandardCharsets.UTF_8, format)) {
      for (CSVRecord row : rows) {
        counts.merge(row.get("cell"), of(row), RunCounts::plus);
      }
    } catch (IOException | UncheckedIOException | IllegalArgumentException unreadable) {
      throw new MalformedFileException(
          "%s: cannot be read: %s.%nMaybe run the study again."
              .formatted(file, unreadable.getMessage()));
    }
    return counts;
  }

  private static RunCounts of(CSVRecord row) {
    return new RunCounts(
        1, one(row.get("termination")), one(row.get("limit")), one(row.get("fate")));
  }

  private static Map<String, Long> one(String key) {
    return key.isEmpty() ? Map.of() : Map.of(key, 1L);
  }

  private static RunCounts plus(RunCounts a, RunCounts b) {
    return new RunCounts(
        a.runs + b.runs,
        sum(a.terminations, b.terminations),
        sum(a.limits, b.limits),
        sum(a.fates, b.fates));
  }

  private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> sum = a instanceof HashMap ? a : new HashMap<>(a);
    b.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }
}
