package org.separatrix.runner.store;

import com.fasterxml.jackson.core.io.NumberOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.separatrix.api.objective.Status;
import org.separatrix.runner.execute.KeptRuns;

/**
 * Writes {@code runs.csv}: a line for each kept run, cells in the order of the plan, runs in the
 * order of their numbers.
 *
 * <p>The columns are {@code cell, run, termination, limit, steps, value, gradient_norm}, then
 * {@code start_1 ...} and {@code end_1 ...} up to the largest dimension of the study, and {@code
 * fate, stayed}; a smaller dimension leaves the rest empty. The limit is empty where a run has
 * none, the last two are where nothing was to be certified; {@code stayed} is "certified" where it
 * is proven that the run stayed in the domain. Numbers are written so that reading them gives the
 * same double.
 */
public final class RunsFile {
  private RunsFile() {}

  /**
   * Replaces the file atomically.
   *
   * @param target the file
   * @param cells what was kept of each cell
   * @throws IOException if it cannot be written
   */
  public static void write(Path target, List<KeptRuns> cells) throws IOException {
    int dimension = cells.stream().mapToInt(KeptRuns::dimension).max().orElse(0);
    AtomicFile.write(
        target,
        out -> {
          // Not closed: the stream belongs to the atomic file.
          Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
          CSVPrinter csv =
              new CSVPrinter(writer, CSVFormat.RFC4180.builder().setRecordSeparator('\n').get());
          printHeader(csv, dimension);
          for (KeptRuns cell : cells) {
            for (KeptRuns.Row row : cell.rows()) {
              print(csv, cell, row, dimension);
            }
          }
          csv.flush();
        });
  }

  private static void printHeader(CSVPrinter csv, int dimension) throws IOException {
    for (String column :
        List.of("cell", "run", "termination", "limit", "steps", "value", "gradient_norm")) {
      csv.print(column);
    }
    for (String name : List.of("start_", "end_")) {
      for (int k = 1; k <= dimension; k++) {
        csv.print(name + k);
      }
    }
    csv.print("fate");
    csv.print("stayed");
    csv.println();
  }

  private static void print(CSVPrinter csv, KeptRuns cell, KeptRuns.Row row, int dimension)
      throws IOException {
    csv.print(cell.cell());
    csv.print(row.run());
    csv.print(row.termination());
    csv.print(row.limit().orElse(null));
    csv.print(row.steps());
    csv.print(number(row.value()));
    csv.print(number(row.gradientNorm()));
    printPoint(csv, row.start(), dimension);
    printPoint(csv, row.end(), dimension);
    csv.print(row.fate().orElse(null));
    csv.print(row.stayed() ? Status.CERTIFIED.label() : null);
    csv.println();
  }

  private static void printPoint(CSVPrinter csv, double[] x, int dimension) throws IOException {
    for (int k = 0; k < dimension; k++) {
      csv.print(k < x.length ? number(x[k]) : null);
    }
  }

  /** The shortest decimal that reads as the same double, whatever the version of Java. */
  private static String number(double value) {
    return NumberOutput.toString(value, true);
  }
}
