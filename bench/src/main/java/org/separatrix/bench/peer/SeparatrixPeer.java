package org.separatrix.bench.peer;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Task;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Ensemble;

/** Separatrix, through its public engine: starts are drawn and results collected. */
final class SeparatrixPeer implements Peer {
  /** Number of runs that the engine is told to expect. */
  private static final long MANY = 1_000_000;

  private static final long FIRST_RUNS = 64;

  /** Number of the first run: so far into an ensemble, chunks have their full size. */
  private static final long FIRST = 1 << 20;

  private final Map<Task, Engine> engines = new HashMap<>();

  /** Number of lanes of which the objective wants multiples. */
  private final Map<Task, Integer> groups = new HashMap<>();

  /** Number of runs a second that were reached before. */
  private final Map<Task, Double> rates = new HashMap<>();

  @Override
  public Optional<Timing> time(Request request) {
    Task task = request.task();
    // Threads share an engine, so it is the same for any number of them.
    Engine engine = engines.computeIfAbsent(task.on(1), key -> new Engine(key.experiment(), MANY));
    double seconds = request.number("seconds");
    Timing timing = run(engine, task, runs(task, seconds));
    while (timing.wall() < seconds / 2) {
      timing = run(engine, task, runs(task, seconds));
    }
    return Optional.of(
        task.goal() == Goal.STEPS
            ? new Timing(timing.units() * task.steps(), timing.wall(), timing.cpu())
            : timing);
  }

  /** Returns the number of runs that take so long, in whole groups of lanes. */
  private long runs(Task task, double seconds) {
    long runs = Math.max(FIRST_RUNS, (long) (rates.getOrDefault(task, 0.0) * seconds));
    int group = groups.computeIfAbsent(task.on(1), SeparatrixPeer::laneGroup);
    return (runs + group - 1) / group * group;
  }

  private static int laneGroup(Task task) {
    return task.experiment().objective().laneGroup();
  }

  private Timing run(Engine engine, Task task, long runs) {
    long[] sum = new long[1];
    Stopwatch watch = new Stopwatch();
    new Ensemble(task.threads())
        .run(
            task.name(),
            engine,
            FIRST,
            FIRST + runs,
            Runs::size,
            size -> sum[0] += size,
            done -> {},
            () -> false);
    Timing timing = watch.stop(sum[0]);
    rates.put(task, timing.units() / timing.wall());
    return timing;
  }

  /** Writes besides where the runs started, if asked to, and how many steps they took. */
  @Override
  public Optional<double[][]> ends(Request request) throws IOException {
    Engine engine = new Engine(request.task().experiment(request.whole("steps")), MANY);
    int lanes = request.whole("lanes");
    Runs runs = engine.run(0, lanes);
    if (request.find("keep-starts").isPresent()) {
      DoublesFile.write(request.path("keep-starts"), runs.start(), lanes);
    }
    if (request.find("keep-steps").isPresent()) {
      double[] steps = new double[lanes];
      for (int i = 0; i < lanes; i++) {
        steps[i] = runs.steps()[i];
      }
      DoublesFile.write(request.path("keep-steps"), new double[][] {steps}, lanes);
    }
    return Optional.of(runs.end());
  }
}
