package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.statistics.FamilyWise;
import org.separatrix.runner.compare.ComparisonFigures;
import org.separatrix.runner.compare.Measurement;
import org.separatrix.runner.compare.StudyComparison;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.sweep.Sweep;
import org.separatrix.runner.sweep.SweepFigures;
import org.separatrix.runner.sweep.SweepSearch;

/**
 * The analyzers and controls of a study at work.
 *
 * @param plan the study
 * @param guard names components that throw
 * @param laboratory where they make experiments
 * @param progress is told what is being done
 * @param ensemble runs what is compared
 * @param cancelled is asked now and then whether to stop
 * @param policy what happens when an analyzer or a control fails
 * @param failures is given what they threw, if that stops nothing
 */
record StudyAnalysis(
    Plan plan,
    Guard guard,
    Laboratory laboratory,
    Progress progress,
    Ensemble ensemble,
    BooleanSupplier cancelled,
    FailurePolicy policy,
    Consumer<RuntimeException> failures) {
  /**
   * Analyzes what was measured.
   *
   * @param result what was measured
   * @param proven what is proven of the critical points, by the objective's name
   * @param threads worker threads
   * @param started when the study began, in nanoseconds
   */
  StudyOutcome analyze(
      StudyResult result, Map<String, SeparableCensus> proven, int threads, long started) {
    List<Supplier<Part>> tasks = new ArrayList<>();
    for (int i = 0; i < plan.analyzers().size(); i++) {
      Entry entry = plan.study().analyzers().get(i);
      Analyzer analyzer = plan.analyzers().get(i);
      tasks.add(() -> attempt(() -> analysis(entry, analyzer, result)));
    }
    for (int i = 0; i < plan.controls().size(); i++) {
      Entry entry = plan.study().controls().get(i);
      Control control = plan.controls().get(i);
      tasks.add(() -> attempt(() -> Part.of(outcomes(entry, control, result))));
    }
    tasks.add(() -> Part.of(comparison(result)));
    List<Part> parts = laboratory.all(tasks);
    parts.stream().flatMap(part -> part.failure().stream()).forEach(failures);
    Analysis analysis = Analysis.concatenation(parts.stream().map(Part::analysis).toList());
    List<Figure> figures = new ArrayList<>(analysis.figures());
    Optional<StudyComparison> comparison =
        parts.stream().flatMap(part -> part.comparison().stream()).findFirst();
    comparison.ifPresent(each -> figures.addAll(ComparisonFigures.of(each.comparison())));
    Set<String> allowing = new HashSet<>();
    parts.forEach(part -> allowing.addAll(part.allowing()));
    List<Finding> decided =
        new SinglePrecisionCells(result, allowing)
            .withoutRounding(FamilyWise.decide(analysis.findings()));
    List<Sweep> sweeps = new SweepSearch(plan).sweeps(result.cells(), decided);
    figures.addAll(SweepFigures.of(sweeps));
    return new StudyOutcome(
        result,
        proven,
        decided,
        comparison,
        sweeps,
        figures,
        plan.study().expectations(),
        parts.stream().flatMap(part -> part.controls().stream()).toList(),
        threads,
        (System.nanoTime() - started) * 1e-9);
  }

  /** What a task came to; of an analyzer also which predictions allow for single precision. */
  private record Part(
      Analysis analysis,
      List<String> allowing,
      List<ControlResult> controls,
      Optional<StudyComparison> comparison,
      Optional<RuntimeException> failure) {
    private static final Analysis NONE = Analysis.of(List.of());

    static Part of(Analysis analysis, List<String> allowing) {
      return new Part(analysis, allowing, List.of(), Optional.empty(), Optional.empty());
    }

    static Part of(List<ControlResult> controls) {
      return new Part(NONE, List.of(), controls, Optional.empty(), Optional.empty());
    }

    static Part of(Optional<StudyComparison> comparison) {
      return new Part(NONE, List.of(), List.of(), comparison, Optional.empty());
    }

    static Part of(RuntimeException failure) {
      return new Part(NONE, List.of(), List.of(), Optional.empty(), Optional.of(failure));
    }
  }

  /** What others find is kept, if the failure of one is to stop nothing. */
  private Part attempt(Supplier<Part> task) {
    try {
      return task.get();
    } catch (ComponentException | EnsembleException failed) {
      if (policy.stopsAt(failed)) {
        throw failed;
      }
      return Part.of(failed);
    }
  }

  private Part analysis(Entry entry, Analyzer analyzer, StudyResult result) {
    stage("analysis");
    Analysis analysis =
        guard.call(entry, "in its analysis", () -> analyzer.analyze(result, laboratory));
    List<String> allowing =
        guard.call(
            entry,
            "when asked whether it allows for single precision",
            () -> analyzer.allowsForSinglePrecision() ? ids(analyzer.predictions()) : List.of());
    return Part.of(analysis, allowing);
  }

  private static List<String> ids(List<Prediction> predictions) {
    return predictions.stream().map(Prediction::id).toList();
  }

  /** Tasks tell it one at a time, whatever their threads. */
  private void stage(String name) {
    synchronized (progress) {
      progress.stage(name);
    }
  }

  private Optional<StudyComparison> comparison(StudyResult result) {
    if (!Measurement.isWanted(plan)) {
      return Optional.empty();
    }
    Measurement measured =
        Measurement.of(plan, result, ensemble, cell -> stage("comparison of " + cell), cancelled);
    return measured.times().isEmpty()
        ? Optional.empty()
        : Optional.of(StudyComparison.of(measured, plan.study().seed()));
  }

  private List<ControlResult> outcomes(Entry entry, Control control, StudyResult result) {
    stage("control " + entry.type());
    List<ControlResult> outcomes =
        guard.call(entry, "in its experiment", () -> control.run(result, laboratory));
    return outcomes(entry.type(), outcomes);
  }

  /** A control that found nothing to test has proved nothing. */
  private static List<ControlResult> outcomes(String id, List<ControlResult> outcomes) {
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
