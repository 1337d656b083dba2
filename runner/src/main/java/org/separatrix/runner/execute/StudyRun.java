package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
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
import org.separatrix.core.statistics.FamilyWise;
import org.separatrix.runner.compare.ComparisonFigures;
import org.separatrix.runner.compare.Measurement;
import org.separatrix.runner.compare.StudyComparison;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.study.Entry;

/** Executes a plan: critical points, cells, analysis, controls. */
public final class StudyRun {
  private final Plan plan;
  private final Registry registry;
  private final int threads;
  private final Ensemble ensemble;
  private final Progress progress;
  private final BooleanSupplier cancelled;
  private final Certificates certificates;
  private final Map<String, GrowingCensus> censuses = new LinkedHashMap<>();
  private final List<CellRun> finished = new ArrayList<>();

  /**
   * Prepares an execution.
   *
   * @param plan what to do
   * @param registry names the components that fail
   * @param threads number of worker threads, at least 1
   * @param progress is told how far it has come
   * @param cancelled is asked now and then whether to stop
   */
  public StudyRun(
      Plan plan, Registry registry, int threads, Progress progress, BooleanSupplier cancelled) {
    this.plan = plan;
    this.registry = registry;
    this.threads = threads;
    this.progress = progress;
    this.cancelled = cancelled;
    ensemble = new Ensemble(threads);
    certificates = new Certificates(plan.study().certify(), Thoroughness.QUICK, threads, cancelled);
  }

  /**
   * Executes the plan.
   *
   * @throws CancellationException if it was told to stop; what was finished is kept
   * @throws EnsembleException if a component threw in an ensemble; what was finished is kept
   * @throws ComponentException if a component threw elsewhere; what was finished is kept
   */
  public StudyOutcome run() {
    long started = System.nanoTime();
    for (Cell cell : plan.cells()) {
      progress.stage(cell.id());
      CellRun run =
          new CellRun(
              cell,
              plan.study().seed(),
              census(cell.problem()),
              certificate(cell),
              plan.study().output().runs());
      if (!run.run(ensemble, progress, cancelled)) {
        throw new CancellationException("cancelled in cell " + cell.id());
      }
      finished.add(run);
    }
    StudyResult result = result();
    Laboratory laboratory = new LocalLaboratory(ensemble, plan.study().seed(), cancelled);
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < plan.analyzers().size(); i++) {
      progress.stage("analysis");
      Analyzer analyzer = plan.analyzers().get(i);
      Analysis analysis =
          guarded(
              plan.study().analyzers().get(i),
              "in its analysis",
              () -> analyzer.analyze(result, laboratory));
      findings.addAll(analysis.findings());
      figures.addAll(analysis.figures());
    }
    Optional<StudyComparison> comparison = comparison(result);
    comparison.ifPresent(each -> figures.addAll(ComparisonFigures.of(each.comparison())));
    List<ControlResult> controls = new ArrayList<>();
    for (int i = 0; i < plan.controls().size(); i++) {
      Entry entry = plan.study().controls().get(i);
      progress.stage("control " + entry.type());
      Control control = plan.controls().get(i);
      controls.addAll(
          guarded(
              entry,
              "in its experiment",
              () -> outcomes(entry.type(), control, result, laboratory)));
    }
    return new StudyOutcome(
        result,
        proven(),
        FamilyWise.decide(findings),
        comparison,
        figures,
        plan.study().expectations(),
        controls,
        threads,
        (System.nanoTime() - started) * 1e-9);
  }

  private Optional<StudyComparison> comparison(StudyResult result) {
    if (!Measurement.isWanted(plan)) {
      return Optional.empty();
    }
    Measurement measured =
        Measurement.of(
            plan,
            result::census,
            ensemble,
            cell -> progress.stage("comparison of " + cell),
            cancelled);
    return measured.times().isEmpty()
        ? Optional.empty()
        : Optional.of(StudyComparison.of(measured, plan.study().seed()));
  }

  /** Returns the cells that are finished, without analysis; of use after a cancellation. */
  public StudyOutcome finished() {
    return new StudyOutcome(
        result(),
        proven(),
        List.of(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        threads,
        0);
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

  /** Returns the runs to be shown one by one, of the finished cells. */
  public List<KeptRuns> keptRuns() {
    return finished.stream().map(CellRun::kept).toList();
  }

  private GrowingCensus census(Problem problem) {
    return censuses.computeIfAbsent(
        problem.name(),
        name -> {
          progress.stage("critical points of " + name);
          long seed = RandomStreams.key(plan.study().seed(), "critical-points", name);
          return guarded(
              objective(name),
              "while its critical points were searched",
              () -> GrowingCensus.search(problem, seed, certificates.census(problem), cancelled));
        });
  }

  private Optional<MethodCertificate> certificate(Cell cell) {
    return guarded(
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

  /** Lets a component work, and names it if it throws. */
  private <T> T guarded(Entry component, String activity, Supplier<T> work) {
    try {
      return work.get();
    } catch (CancellationException | EnsembleException known) {
      throw known;
    } catch (RuntimeException | LinkageError broken) {
      throw new ComponentException(
          registry.describe(component.kind(), component.type()), activity, broken);
    }
  }

  private StudyResult result() {
    List<Census> settled = censuses.values().stream().map(GrowingCensus::census).toList();
    return new StudyResult(
        plan.study().name(),
        plan.study().seed(),
        settled,
        finished.stream().map(CellRun::result).toList());
  }

  /** A control that found nothing to test has proved nothing. */
  private static List<ControlResult> outcomes(
      String id, Control control, StudyResult result, Laboratory laboratory) {
    List<ControlResult> outcomes = control.run(result, laboratory);
    if (outcomes.isEmpty()) {
      return List.of(
          new ControlResult(
              id,
              Optional.empty(),
              "something to test in this study",
              "no cell or critical point that it applies to",
              false));
    }
    return outcomes;
  }
}
