package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.engine.Ensemble;
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
 */
record StudyAnalysis(
    Plan plan,
    Guard guard,
    Laboratory laboratory,
    Progress progress,
    Ensemble ensemble,
    BooleanSupplier cancelled) {
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
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (int i = 0; i < plan.analyzers().size(); i++) {
      progress.stage("analysis");
      Analyzer analyzer = plan.analyzers().get(i);
      Analysis analysis =
          guard.call(
              plan.study().analyzers().get(i),
              "in its analysis",
              () -> analyzer.analyze(result, laboratory));
      findings.addAll(analysis.findings());
      figures.addAll(analysis.figures());
    }
    List<ControlResult> controls = new ArrayList<>();
    for (int i = 0; i < plan.controls().size(); i++) {
      Entry entry = plan.study().controls().get(i);
      progress.stage("control " + entry.type());
      Control control = plan.controls().get(i);
      controls.addAll(
          guard.call(
              entry,
              "in its experiment",
              () -> outcomes(entry.type(), control, result, laboratory)));
    }
    Optional<StudyComparison> comparison = comparison(result);
    comparison.ifPresent(each -> figures.addAll(ComparisonFigures.of(each.comparison())));
    List<Finding> decided = FamilyWise.decide(findings);
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
            plan, result, ensemble, cell -> progress.stage("comparison of " + cell), cancelled);
    return measured.times().isEmpty()
        ? Optional.empty()
        : Optional.of(StudyComparison.of(measured, plan.study().seed()));
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
