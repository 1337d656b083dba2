package org.separatrix.bench.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.separatrix.bench.peer.DoublesFile;
import org.separatrix.bench.peer.Request;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Task;
import org.separatrix.bench.work.Work;

/**
 * The starts that all peers are given, which are those that Separatrix draws, and the matrices of
 * the objectives that have one.
 */
final class TaskFiles {
  private final Path folder;
  private final Peers peers;
  private final Map<Work, Optional<Path>> matrices = new EnumMap<>(Work.class);

  TaskFiles(Path folder, Peers peers) {
    this.folder = folder;
    this.peers = peers;
  }

  /**
   * Returns the request for a task, with its files.
   *
   * @param verb what to do
   * @param task the task
   * @param lanes number of starts
   */
  Request request(String verb, Task task, int lanes) throws IOException {
    Request request =
        Request.of(verb, task).with("lanes", lanes).with("starts", starts(task, lanes));
    Optional<Path> matrix = matrix(task.work());
    return matrix.isEmpty()
        ? request
        : request
            .with("matrix", matrix.get())
            .with("rows", Math.round(Math.sqrt(Files.size(matrix.get()) / (double) Double.BYTES)));
  }

  /** Returns where the ends of a column are to be written. */
  Path ends(String column) {
    return folder.resolve("ends-" + column.replace(' ', '-').replace(",", ""));
  }

  /** Returns the mean number of steps that runs of the task take. */
  double meanSteps(Task task) throws IOException {
    if (task.goal() == Goal.STEPS) {
      return task.steps();
    }
    Path steps = folder.resolve("steps");
    Request request =
        request("ends", task, task.work().lanes())
            .with("keep-steps", steps)
            .with("out", ends("of-runs"));
    peers.ask(Column.OURS, request);
    return Arrays.stream(DoublesFile.read(steps, 1)[0]).average().orElseThrow();
  }

  private Path starts(Task task, int lanes) throws IOException {
    String kind = task.goal() == Goal.ESCAPE ? "near" : "wide";
    Path file = folder.resolve("starts-%s-%s-%d".formatted(task.work().id(), kind, lanes));
    if (!Files.exists(file)) {
      Request request =
          Request.of("ends", task)
              .with("lanes", lanes)
              .with("steps", 0)
              .with("keep-starts", file)
              .with("out", ends("of-starts"));
      peers.ask(Column.OURS, request);
    }
    return file;
  }

  private Optional<Path> matrix(Work work) throws IOException {
    Optional<Path> known = matrices.get(work);
    if (known != null) {
      return known;
    }
    Optional<double[][]> matrix = work.matrix();
    Optional<Path> file = matrix.map(rows -> folder.resolve("matrix-" + work.id()));
    if (matrix.isPresent()) {
      DoublesFile.write(file.get(), matrix.get(), matrix.get().length);
    }
    matrices.put(work, file);
    return file;
  }
}
