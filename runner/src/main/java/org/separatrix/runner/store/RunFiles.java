package org.separatrix.runner.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.objective.Status;
import org.separatrix.core.critical.Representatives;
import org.separatrix.runner.execute.FinishedCell;
import org.separatrix.runner.parquet.Column;
import org.separatrix.runner.parquet.ParquetWriter;
import org.separatrix.runner.parts.Rows;
import org.separatrix.runner.parts.StoredPart;

/**
 * The folder {@code runs}: a Parquet file for each cell, with a row for each run that is kept, in
 * the order of their numbers.
 *
 * <p>The columns are {@code cell, run, termination, limit, steps, value, gradient_norm}, then
 * {@code start_1 ... start_d} and {@code end_1 ... end_d}, and {@code fate, stayed}. A column for
 * each coordinate is what a plot or a query needs, without unpacking a list. The limit is null
 * where a run has none, the last two are where nothing was to be certified; {@code stayed} is
 * "certified" where it is proven that the run stayed in the domain.
 */
public final class RunFiles {
  /** Its name within the folder of results. */
  public static final String FOLDER = "runs";

  private static final String EXTENSION = ".parquet";

  private RunFiles() {}

  /**
   * Writes the files of cells and removes those of others.
   *
   * @param results the folder of results
   * @param cells the cells
   * @throws IOException if one cannot be written; each is either old or new
   */
  public static void write(Path results, List<FinishedCell> cells) throws IOException {
    Path folder = results.resolve(FOLDER);
    FileNames names = new FileNames();
    Set<String> written = new HashSet<>();
    for (FinishedCell cell : cells) {
      if (cell.parts().stream().anyMatch(part -> part.rows().isPresent())) {
        OwnFiles.makeFolder(folder);
        String name = names.name(cell.id()) + EXTENSION;
        AtomicFile.write(folder.resolve(name), out -> write(out, cell));
        written.add(name);
      }
    }
    removeExcept(results, written);
  }

  /**
   * Returns the files of a folder of results, in order.
   *
   * @param results the folder of results
   * @throws IOException if it cannot be read
   */
  public static List<Path> of(Path results) throws IOException {
    Path folder = results.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(EXTENSION)).sorted().toList();
    }
  }

  private static void removeExcept(Path results, Set<String> kept) throws IOException {
    for (Path file : of(results)) {
      if (!kept.contains(file.getFileName().toString())) {
        Files.delete(file);
      }
    }
    try {
      if (kept.isEmpty()) {
        Files.deleteIfExists(results.resolve(FOLDER));
      }
    } catch (DirectoryNotEmptyException used) {
      // Others are in it.
    }
  }

  private static void write(OutputStream out, FinishedCell cell) throws IOException {
    Table table = new Table(cell);
    ParquetWriter writer = new ParquetWriter(out, table.columns());
    Representatives representatives = cell.census().representatives();
    for (StoredPart part : cell.parts()) {
      List<String> ids =
          part.part().points().stream().map(point -> representatives.of(point).id()).toList();
      if (part.rows().isPresent()) {
        Rows.read(
            part.rows().get(),
            cell.dimension(),
            row -> {
              table.add(row, ids);
              endRow(writer);
            });
      }
    }
    writer.finish();
  }

  private static void endRow(ParquetWriter writer) {
    try {
      writer.endRow();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }

  /** The columns, in order. */
  private static final class Table {
    private static final Fate[] FATES = Fate.values();

    private final String id;
    private final Column cell = new Column("cell", Column.Type.TEXT);
    private final Column run = new Column("run", Column.Type.WHOLE);
    private final Column termination = new Column("termination", Column.Type.TEXT);
    private final Column limit = new Column("limit", Column.Type.TEXT);
    private final Column steps = new Column("steps", Column.Type.WHOLE);
    private final Column value = new Column("value", Column.Type.NUMBER);
    private final Column gradientNorm = new Column("gradient_norm", Column.Type.NUMBER);
    private final Column fate = new Column("fate", Column.Type.TEXT);
    private final Column stayed = new Column("stayed", Column.Type.TEXT);
    private final List<Column> start;
    private final List<Column> end;

    Table(FinishedCell cell) {
      id = cell.id();
      start = coordinates("start_", cell.dimension());
      end = coordinates("end_", cell.dimension());
    }

    private static List<Column> coordinates(String name, int dimension) {
      List<Column> columns = new ArrayList<>();
      for (int k = 1; k <= dimension; k++) {
        columns.add(new Column(name + k, Column.Type.NUMBER));
      }
      return columns;
    }

    List<Column> columns() {
      List<Column> columns =
          new ArrayList<>(List.of(cell, run, termination, limit, steps, value, gradientNorm));
      columns.addAll(start);
      columns.addAll(end);
      columns.add(fate);
      columns.add(stayed);
      return columns;
    }

    void add(Rows.Row row, List<String> ids) {
      cell.add(id);
      run.add(row.run());
      termination.add(row.termination().label());
      limit.add(row.limit() == Rows.NONE ? null : ids.get(row.limit()));
      steps.add(row.steps());
      value.add(row.value());
      gradientNorm.add(row.gradientNorm());
      fate.add(row.fate() == Rows.NONE ? null : FATES[row.fate()].label());
      stayed.add(row.stayed() ? Status.CERTIFIED.label() : null);
      for (int k = 0; k < start.size(); k++) {
        start.get(k).add(row.start()[k]);
        end.get(k).add(row.end()[k]);
      }
    }
  }
}
