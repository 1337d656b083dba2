package org.separatrix.runner.verify;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.execute.StepHistogram;
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
 * @param stayed rows that are proven to have stayed in the domain
 * @param steps rows by their number of steps
 */
record RunCounts(
    long runs,
    Map<String, Long> terminations,
    Map<String, Long> limits,
    Map<String, Long> fates,
    long stayed,
    StepHistogram steps) {

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
      Map<String, StepHistogram> steps = steps(database);
      database.ask(
          "SELECT cell, termination, \"limit\", fate, stayed, count(*) FROM runs GROUP BY ALL",
          groups -> {
            while (groups.next()) {
              long runs = groups.getLong(6);
              String cell = groups.getString(1);
              counts.merge(
                  cell,
                  new RunCounts(
                      runs,
                      some(groups.getString(2), runs),
                      some(groups.getString(3), runs),
                      some(groups.getString(4), runs),
                      groups.getString(5) == null ? 0 : runs,
                      steps.getOrDefault(cell, new StepHistogram())),
                  RunCounts::plus);
            }
          });
    }
  }

  private static Map<String, StepHistogram> steps(ResultsDatabase database)
      throws IOException, SQLException {
    Map<String, StepHistogram> steps = new HashMap<>();
    database.ask(
        // A row cannot have taken less than no step, whatever its file says.
        "SELECT cell, greatest(steps, 0), count(*) FROM runs GROUP BY ALL",
        groups -> {
          while (groups.next()) {
            steps
                .computeIfAbsent(groups.getString(1), cell -> new StepHistogram())
                .add(groups.getLong(2), groups.getLong(3));
          }
        });
    return steps;
  }

  private static Map<String, Long> some(@Nullable String key, long runs) {
    return key == null ? Map.of() : Map.of(key, runs);
  }

  private static RunCounts plus(RunCounts a, RunCounts b) {
    return new RunCounts(
        a.runs + b.runs,
        sum(a.terminations, b.terminations),
        sum(a.limits, b.limits),
        sum(a.fates, b.fates),
        a.stayed + b.stayed,
        a.steps);
  }

  private static Map<String, Long> sum(Map<String, Long> a, Map<String, Long> b) {
    Map<String, Long> sum = a instanceof HashMap ? a : new HashMap<>(a);
    b.forEach((key, count) -> sum.merge(key, count, Long::sum));
    return sum;
  }
}
