package org.separatrix.bench.compare;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.separatrix.bench.peer.DoublesFile;
import org.separatrix.bench.peer.Request;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Task;

/** Checks that peers end where Separatrix ends, from the same starts. */
final class EndCheck {
  /** Largest difference, relative where the ends are large. */
  private static final double TOLERANCE = 1e-8;

  private static final int MOST_LANES = 1024;
  private static final int MOST_NUMBERS = 1 << 16;
  private static final int MOST_STEPS = 256;

  private final Peers peers;
  private final TaskFiles files;

  EndCheck(Peers peers, TaskFiles files) {
    this.peers = peers;
    this.files = files;
  }

  /**
   * How far a peer's ends are from Separatrix'.
   *
   * @param column the peer
   * @param difference largest difference of a coordinate; of runs that escape, the number of those
   *     that are not outside on the same side
   */
  record Result(Column column, double difference) {
    /** Tells whether it computes the same. */
    boolean isSame() {
      return difference <= TOLERANCE;
    }

    /** Returns it for people. */
    String text() {
      return String.format(
          Locale.ROOT, "%s %.0e%s", column.title(), difference, isSame() ? "" : " DIFFERENT");
    }
  }

  /** Checks a task for all peers that do it. */
  List<Result> check(Task task) throws IOException {
    int dimension = task.work().dimension();
    int lanes = Math.max(64, Math.min(MOST_LANES, MOST_NUMBERS / dimension));
    int steps = task.goal() == Goal.STEPS ? Math.min(MOST_STEPS, task.steps()) : task.steps();
    Request request = files.request("ends", task.on(1), lanes).with("steps", steps);
    double[][] ours =
        ends(Column.OURS, request, dimension)
            .orElseThrow(() -> new IllegalStateException("Separatrix does not do " + task));
    List<Result> results = new ArrayList<>();
    for (Column column : Column.OTHERS) {
      Optional<double[][]> theirs = ends(column, request, dimension);
      if (theirs.isPresent()) {
        double difference =
            task.goal() == Goal.ESCAPE
                ? sidesThatDiffer(ours, theirs.get())
                : largestDifference(ours, theirs.get());
        results.add(new Result(column, difference));
      }
    }
    return results;
  }

  private Optional<double[][]> ends(Column column, Request request, int dimension)
      throws IOException {
    Path out = files.ends(column.title());
    return peers.ask(column, request.with("out", out)).isPresent()
        ? Optional.of(DoublesFile.read(out, dimension))
        : Optional.empty();
  }

  /** Returns max |a - b| / max(1, |a|); infinite if there are numbers that are not finite. */
  static double largestDifference(double[][] a, double[][] b) {
    double largest = 0;
    for (int k = 0; k < a.length; k++) {
      for (int i = 0; i < Math.min(a[k].length, b[k].length); i++) {
        double difference = Math.abs(a[k][i] - b[k][i]) / Math.max(1, Math.abs(a[k][i]));
        largest = difference <= largest ? largest : difference;
        if (Double.isNaN(difference)) {
          return Double.POSITIVE_INFINITY;
        }
      }
    }
    return largest;
  }

  /** Counts the runs whose last coordinates have different signs or are not far out. */
  static int sidesThatDiffer(double[][] a, double[][] b) {
    int last = a.length - 1;
    double radius = Math.sqrt(-Goal.ESCAPE.bound());
    int count = 0;
    for (int i = 0; i < a[last].length; i++) {
      boolean sameSide = a[last][i] * b[last][i] > 0;
      boolean outside = Math.abs(b[last][i]) > (1 - 1e-2) * radius;
      count += sameSide && outside ? 0 : 1;
    }
    return count;
  }
}
