package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.laboratory.LocalLaboratory;
import org.separatrix.core.plugin.Registry;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;
import org.separatrix.runner.parts.CellStore;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.study.Entry;

/** Executes a plan: critical points, cells, analysis, controls. */
public final class StudyRun {
  private final Plan plan;
  private final Guard guard;
  private final int threads;
  private final Ensemble ensemble;
  private final TaskPool pool;
  private final Progress progress;
  private final BooleanSupplier cancelled;
  private final Certificates certificates;
  private final Storage storage;
  private final FailurePolicy policy;
  private final List<String> failures = new ArrayList<>();
  private final Map<String, GrowingCensus> censuses = new LinkedHashMap<>();
  private final List<CellRun> finished = new ArrayList<>();

  /**
   * Prepares an execution of which nothing is kept.
   *
   * @param plan what to do
   * @param registry names the components that fail
   * @param threads number of worker threads, at least 1
   * @param progress is told how far it has come
   * @param cancelled is asked now and then whether to stop
   */
  public StudyRun(
      Plan plan, Registry registry, int threads, Progress progress, BooleanSupplier cancelled) {
    this(plan, registry, threads, progress, cancelled, Storage.NONE, FailurePolicy.FAIL_FAST);
  }

  /**
   * Prepares an execution.
   *
   * @param plan what to do
   * @param registry names the components that fail
   * @param threads number of worker threads, at least 1
   * @param progress is told how far it has come
   * @param cancelled is asked now and then whether to stop
   * @param storage keeps what is finished, and has what was finished earlier
   * @param policy what happens when something fails
   */
  public StudyRun(
      Plan plan,
      Registry registry,
      int threads,
      Progress progress,
      BooleanSupplier cancelled,
      Storage storage,
      FailurePolicy policy) {
    this.storage = storage;
    this.policy = policy;
    this.plan = plan;
    guard = new Guard(registry);
    this.threads = threads;
    this.progress = progress;
    this.cancelled = cancelled;
    ensemble = new Ensemble(threads);
    pool = new TaskPool(threads);
    certificates = new Certificates(plan.study().certify(), Thoroughness.QUICK, pool, cancelled);
  }

  /**
   * Executes the plan. What fails is left out, if it is to keep going.
   *
   * @throws CancellationException if it was told to stop; what was finished is kept
   * @throws EnsembleException if a component threw in an ensemble; what was finished is kept
   * @throws ComponentException if a component threw elsewhere; what was finished is kept
   */
  public StudyOutcome run() {
    long started = System.nanoTime();
    for (Cell cell : plan.cells()) {
      progress.stage(cell.id());
      run(cell);
    }
    return analyzed(started);
  }

  private void run(Cell cell) {
    Opened opened;
    try {
      opened = open(cell);
    } catch (ComponentException broken) {
      failed(broken);
      return;
    }
    Optional<String> earlier = policy.retries() ? Optional.empty() : opened.store().failure();
    if (earlier.isPresent()) {
      failures.add(earlier.get() + " (earlier; it was not tried again)");
      return;
    }
    CellRun run = opened.run();
    try {
      if (!run.run(ensemble, progress, cancelled)) {
        throw new CancellationException("cancelled in cell " + cell.id());
      }
      opened.store().failed("");
      finished.add(run);
    } catch (EnsembleException broken) {
      if (policy.keepsGoing()) {
        opened.store().failed(String.valueOf(broken.getMessage()));
      }
      failed(broken);
    }
  }

  private void failed(RuntimeException broken) {
    if (policy.stopsAt(broken)) {
      throw broken;
    }
    failures.add(String.valueOf(broken.getMessage()));
  }

  /** A cell that can be run. */
  private record Opened(CellStore store, CellRun run) {}

  /** Analyzes the cells that are finished. */
  private StudyOutcome analyzed(long started) {
    return new StudyAnalysis(
            plan,
            guard,
            new LocalLaboratory(ensemble, plan.study().seed(), cancelled),
            progress,
            ensemble,
            cancelled,
            policy,
            this::failed)
        .analyze(result(), proven(), threads, started);
  }

  private Opened open(Cell cell) {
    GrowingCensus census = census(cell.problem());
    Optional<MethodCertificate> certificate = certificate(cell);
    long stride = plan.study().output().runs().stride(cell.runs());
    CellStore store = storage.open(cell, census.census(), certificate, stride);
    CellRun run =
        guard.call(
            cell.optimizerEntry(),
            "while it was linearized at the critical points",
            () -> new CellRun(cell, plan.study().seed(), census, certificate, store, stride));
    return new Opened(store, run);
  }

  /**
   * Analyzes what is stored, and runs nothing but what the analysis asks for.
   *
   * @throws CancellationException if it was told to stop
   * @throws EnsembleException if a component threw in an ensemble
   * @throws ComponentException if a component threw elsewhere
   */
  public StudyOutcome collect() {
    long started = System.nanoTime();
    for (Cell cell : plan.cells()) {
      collect(cell);
    }
    return analyzed(started);
  }

  private void collect(Cell cell) {
    try {
      CellRun run = open(cell).run();
      run.takeStored();
      if (run.done() > 0) {
        finished.add(run);
      }
    } catch (ComponentException | EnsembleException broken) {
      failed(broken);
    }
  }

  /** Returns the certified census of each objective that has one. */
  private Map<String, SeparableCensus> proven() {
    Map<String, SeparableCensus> proven = new LinkedHashMap<>();
    censuses.forEach(
        (name, census) -> census.certified().ifPresent(each -> proven.put(name, each)));
    return proven;
  }

  /** Returns what was proven. */
  public Certificates certificates() {
    return certificates;
  }

  /** Returns how the runs of the finished cells were moved, a line for each way with its speed. */
  public List<String> explanation() {
    return finished.stream().flatMap(cell -> cell.explanation().stream()).toList();
  }

  /** Returns the parts of the cells that are finished. */
  public List<FinishedCell> cells() {
    return finished.stream().map(CellRun::finished).toList();
  }

  /** Returns what failed and why, if it was not to stop at the first. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Returns the number of runs of those cells that were there already. */
  public long reused() {
    return finished.stream().mapToLong(CellRun::reused).sum();
  }

  private GrowingCensus census(Problem problem) {
    return censuses.computeIfAbsent(
        problem.name(),
        name -> {
          progress.stage("critical points of " + name);
          long seed = RandomStreams.key(plan.study().seed(), "critical-points", name);
          return guard.call(
              objective(name),
              "while its critical points were searched",
              () ->
                  GrowingCensus.search(
                      problem, seed, certificates.census(problem), pool, cancelled));
        });
  }

  private Optional<MethodCertificate> certificate(Cell cell) {
    return guard.call(
        objective(cell.problem().name()),
        "while its runs were certified",
        () -> certificates.method(cell));
  }

  private Entry objective(String name) {
    return plan.study().objectives().stream()
        .filter(entry -> entry.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private StudyResult result() {
    List<Census> settled = censuses.values().stream().map(GrowingCensus::census).toList();
    return new StudyResult(
        plan.study().name(),
        plan.study().seed(),
        settled,
        finished.stream().map(CellRun::result).toList());
  }
}
