package org.separatrix.bench.compare;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.separatrix.bench.files.TemporaryFolder;
import org.separatrix.bench.peer.Request;
import org.separatrix.bench.peer.Timing;
import org.separatrix.bench.report.Machine;
import org.separatrix.bench.report.MarkedText;
import org.separatrix.bench.work.Task;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Times Separatrix and its peers side by side. */
@Command(
    name = "bench/compare",
    description = {
      "Build and run the peers on the same work, round by round, and print one table.",
      "It also goes into bench/README.md, with the machine."
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class Compare implements Callable<Integer> {
  private static final double QUICK_SECONDS = 0.1;
  private static final int QUICK_ROUNDS = 3;

  /** Seconds that Separatrix takes to choose among its loops, and Java to compile them. */
  private static final double WARM_UP = 3;

  private final PrintStream out = System.out;

  @Option(names = "--quick", description = "3 rounds of 0.1 s.")
  private boolean quick;

  @Option(names = "--seconds", description = "Time of each peer in each round and line.")
  private double seconds = 0.3;

  @Option(names = "--rounds", description = "Number of rounds.")
  private int rounds = 7;

  @Option(
      names = "--clock",
      description = {
        "For one thread: wall, or cpu when others load the machine.",
        "Two threads are always timed by the clock on the wall."
      })
  private String clock = "wall";

  @Option(names = "--only", description = "Only lines whose name this regular expression finds.")
  private Pattern only = Pattern.compile("");

  @Option(names = "--into", description = "The file into which the table goes; none: nowhere.")
  private Path into = Path.of("bench/README.md");

  /**
   * Runs the command.
   *
   * @param arguments its arguments
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Compare()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException {
    if (quick) {
      seconds = QUICK_SECONDS;
      rounds = QUICK_ROUNDS;
    }
    List<Task> tasks =
        Tasks.all().stream().filter(task -> only.matcher(task.name()).find()).toList();
    Path bench = Path.of(System.getProperty("separatrix.bench", "bench"));
    Path log = bench.resolve("target/peers.log");
    try (TemporaryFolder folder = TemporaryFolder.create("separatrix-bench");
        Peers peers = new Peers(bench.resolve("peers"), bench.resolve("target/peer"), log)) {
      peers.absent().forEach(note -> out.println("left out: " + note));
      TaskFiles files = new TaskFiles(folder.path(), peers);
      boolean same = check(tasks, new EndCheck(peers, files));
      report(tasks, measure(tasks, peers, files));
      return same ? 0 : 1;
    }
  }

  private boolean check(List<Task> tasks, EndCheck check) throws IOException {
    boolean same = true;
    out.println("largest difference of an end from Separatrix' from the same start:");
    for (Task task : tasks) {
      if (task.threads() == 1) {
        List<EndCheck.Result> results = check.check(task);
        out.printf(
            "  %s, norm every %d: %s%n",
            task.name(),
            task.interval(),
            String.join(", ", results.stream().map(EndCheck.Result::text).toList()));
        same &= results.stream().allMatch(EndCheck.Result::isSame);
      }
    }
    return same;
  }

  /** Warms up, then times every peer at every task in each round, so that noise hits all alike. */
  private Measurement measure(List<Task> tasks, Peers peers, TaskFiles files) throws IOException {
    Measurement measurement = new Measurement(clock.equals("cpu"));
    Map<Task, Double> steps = new HashMap<>();
    for (int round = 0; round <= rounds; round++) {
      System.err.println(round == 0 ? "warming up" : "round " + round + " of " + rounds);
      for (Task task : tasks) {
        if (round == 0) {
          steps.put(task, files.meanSteps(task));
        }
        Request request =
            files
                .request("time", task, task.work().lanes())
                .with("seconds", round == 0 ? Math.max(WARM_UP, seconds) : seconds);
        time(Column.OURS, task, round, request, peers, measurement, steps);
        for (Column column : Column.OTHERS) {
          time(column, task, round, request, peers, measurement, steps);
        }
      }
    }
    return measurement;
  }

  private void time(
      Column column,
      Task task,
      int round,
      Request request,
      Peers peers,
      Measurement measurement,
      Map<Task, Double> steps) {
    boolean isWarmUpOfOther = round == 0 && !column.equals(Column.OURS);
    Request asked = isWarmUpOfOther ? request.with("seconds", seconds) : request;
    Optional<String> answer = peers.ask(column, asked);
    if (round > 0 && answer.isPresent()) {
      Timing timing = Timing.parse(answer.get());
      measurement.add(task, column, timing, steps.getOrDefault(task, Double.NaN));
    }
  }

  private void report(List<Task> tasks, Measurement measurement) throws IOException {
    String heading =
        "%s%n%nMedian (least..largest) of %d rounds of %s s, %s; behind a peer, Separatrix' rate"
                .formatted(Machine.describe(), rounds, seconds, clockText())
            + " divided by its own in the same round, median. 10^9 trajectory-steps per second"
            + " where d = 2, 10^9 coordinate-steps per second elsewhere.";
    var table = ComparisonTable.of(tasks, measurement);
    out.println();
    out.println(heading);
    out.println();
    out.println(table.text());
    if (!into.toString().equals("none")) {
      MarkedText.replace(into, "compare", heading + "\n\n" + table.markdown());
      out.println("written to " + into);
    }
  }

  private String clockText() {
    return clock.equals("cpu")
        ? "one thread by the processor's clock, two by that on the wall"
        : "by the clock on the wall";
  }
}
