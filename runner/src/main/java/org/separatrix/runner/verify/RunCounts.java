package org.separatrix.runner.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.query.QueryException;
import org.separatrix.runner.query.ResultsDatabase;
import org.separatrix.runner.store.MalformedFileException;
import org.separatrix.runner.store.RunFiles;

/**
 * Counts of the runs of a cell, taken from the files of runs.
 *
 * @param runs number of rows
 * @param terminations rows by the reason why they stopped
 * @param limits rows by their limit, those without left out
 * @param fates rows by what provably becomes of them, those without left out
 */
record RunCounts(
    long runs, Map<String, Long> terminations, Map<String, Long> limits, Map<String, Long> fates) {

  /**
   * Counts the rows of a folder of results by the cell's id.
   *
   * @param results the folder; one without files of runs has no rows
   * @throws MalformedFileException if one of them is no such file
   */
  static Map<String, RunCounts> read(Path results) {
    Map<String, RunCounts> counts = new HashMap<>();
    try {
      if (!RunFiles.of(results).isEmpty()) {
        read(results, counts);
      }
      return counts;
    } catch (IOException | SQLException | QueryException unreadable) {
      throw new MalformedFileException(
          "%s: cannot be read: %s.%nMaybe run the study again."
              .formatted(
                  results.resolve(RunFiles.FOLDER),
                  String.valueOf(unreadable.getMessage()).strip()));
    }
  }

  private static void read(Path results, Map<String, RunCounts> counts)
      throws IOException, SQLException {
    try (ResultsDatabase database = ResultsDatabase.ofRuns(results)) {
      database.ask(
          "SELECT cell, termination, \"limit\", fate, count(*) FROM runs GROUP BY ALL",
          groups -> {
            while (groups.next()) {
              long runs = groups.getLong(5);
              counts.merge(
                  groups.getString(1),
                  new RunCounts(
                      runs,
                      some(groups.getString(2), runs),
                      some(groups.getString(3), runs),
                      some(groups.getString(4), runs)),
                  RunCounts::plus);
            }
          });
    }
  }

  private static Map<String, Long> some(@Nullable String key, long runs) {
    return key == null ? Map.of() : Map.of(key, runs);
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
