package org.separatrix.runner.store;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.Trajectory;
import org.separatrix.runner.parquet.Column;
import org.separatrix.runner.parquet.ParquetWriter;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.study.KeptTrajectories;

/**
 * The file {@code trajectories.parquet}: the first runs of each cell, followed step by step to
 * where they stopped first. A run that stopped near a saddle and was run on has a later end among
 * the runs.
 *
 * <p>The columns are {@code cell, run, step, x_1 ... x_d} up to the largest dimension of the study;
 * a smaller dimension leaves the rest null.
 */
public final class TrajectoryFile {
  /** Its name within the folder of results. */
  public static final String NAME = "trajectories.parquet";

  private final Column cell = new Column("cell", Column.Type.TEXT);
  private final Column run = new Column("run", Column.Type.WHOLE);
  private final Column step = new Column("step", Column.Type.WHOLE);
  private final List<Column> x = new ArrayList<>();
  private final ParquetWriter writer;

  private TrajectoryFile(OutputStream out, int dimension) throws IOException {
    List<Column> columns = new ArrayList<>(List.of(cell, run, step));
    for (int k = 1; k <= dimension; k++) {
      x.add(new Column("x_" + k, Column.Type.NUMBER));
    }
    columns.addAll(x);
    writer = new ParquetWriter(out, columns);
  }

  /**
   * Writes the file, or removes that of an earlier run if none is wanted.
   *
   * @param results the folder of results
   * @param plan the study
   * @throws IOException if it cannot be written; it is either old or new
   */
  public static void write(Path results, Plan plan) throws IOException {
    Path file = results.resolve(NAME);
    KeptTrajectories wanted = plan.study().output().trajectories();
    if (wanted.count() == 0) {
      Files.deleteIfExists(file);
      return;
    }
    int dimension = plan.problems().stream().mapToInt(each -> each.dimension()).max().orElse(0);
    AtomicFile.write(
        file,
        out -> {
          TrajectoryFile rows = new TrajectoryFile(out, dimension);
          for (Cell each : plan.cells()) {
            rows.add(each, each.experiment(plan.study().seed()), wanted);
          }
          rows.writer.finish();
        });
  }

  private void add(Cell source, Experiment experiment, KeptTrajectories wanted) {
    for (long number = 0; number < Math.min(wanted.count(), source.runs()); number++) {
      long current = number;
      Trajectory.follow(
          experiment,
          number,
          wanted.every(),
          (steps, position) -> {
            cell.add(source.id());
            run.add(current);
            step.add(steps);
            for (int k = 0; k < x.size(); k++) {
              if (k < position.length) {
                x.get(k).add(position[k]);
              } else {
                x.get(k).addMissing();
              }
            }
            endRow();
          });
    }
  }

  private void endRow() {
    try {
      writer.endRow();
    } catch (IOException unwritable) {
      throw new UncheckedIOException(unwritable);
    }
  }
}
