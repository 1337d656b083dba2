package org.separatrix.bench.scaling;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.separatrix.bench.report.Machine;
import org.separatrix.bench.report.MarkedText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Measures how cost grows with runs, threads and dimension. */
@Command(
    name = "bench/scaling",
    description = {
      "Measure how cost grows with runs, threads and dimension, and where it departs from linear.",
      "Tables go into bench/README.md, plots beside it."
    },
    mixinStandardHelpOptions = true,
    showDefaultValues = true)
public final class Scaling implements Callable<Integer> {
  private static final long QUICK_RUNS = 1_000_000;
  private static final double QUICK_SECONDS = 1;
  private static final double QUICK_LIMIT = 30;

  private final PrintStream out = System.out;

  @Option(names = "--quick", description = "Up to 10^6 runs; 1 s for each dimension.")
  private boolean quick;

  @Option(names = "--max-runs", description = "Largest number of runs.")
  private long maxRuns = 100_000_000;

  @Option(
      names = "--threads",
      split = ",",
      description = "Numbers of threads, the first of them 1.")
  private List<Integer> threads = List.of(1, 2);

  @Option(names = "--dimensions", split = ",", description = "Numbers of coordinates.")
  private List<Integer> dimensions = List.of(2, 5, 10, 20, 50, 100, 200, 500, 1000);

  @Option(names = "--seconds", description = "Time to measure each dimension in the engine.")
  private double seconds = 5;

  @Option(names = "--limit", description = "Seconds that a study may take.")
  private double limit = 600;

  @Option(names = "--into", description = "The file into which the tables go.")
  private Path into = Path.of("bench/README.md");

  /**
   * Runs the command.
   *
   * @param arguments its arguments
   */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Scaling()).execute(arguments));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (quick) {
      maxRuns = QUICK_RUNS;
      seconds = QUICK_SECONDS;
      limit = QUICK_LIMIT;
    }
    Path home = Path.of(System.getProperty("separatrix.home", "."));
    ScalingInRuns inRuns = new ScalingInRuns(home, limit, System.err::println);
    for (int count : threads) {
      inRuns.measure(maxRuns, count);
    }
    ScalingInDimension inDimension =
        new ScalingInDimension(home, seconds, limit, System.err::println);
    inDimension.measure(dimensions);

    String machine = Machine.describe();
    out.println(machine + "\n\n" + inRuns.table().text());
    inRuns.departures().forEach(out::println);
    out.println("\n" + inDimension.table().text());
    inDimension.departures().forEach(out::println);

    Files.writeString(into.resolveSibling("scaling-runs.svg"), inRuns.plot().svg());
    Files.writeString(into.resolveSibling("scaling-dimension.svg"), inDimension.plot().svg());
    MarkedText.replace(
        into,
        "scaling",
        String.join(
            "\n\n",
            machine,
            inRuns.table().markdown(),
            String.join("\n", inRuns.departures()),
            "![time against runs](scaling-runs.svg)",
            inDimension.table().markdown(),
            String.join("\n", inDimension.departures()),
            "![time against dimension](scaling-dimension.svg)"));
    out.println("written to " + into);
    return 0;
  }
}
