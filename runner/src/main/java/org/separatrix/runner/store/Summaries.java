package org.separatrix.runner.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.core.statistics.ClopperPearson;
import org.separatrix.runner.compare.StudyComparison;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.study.Expectation;
import org.separatrix.runner.sweep.Sweep;

/** Puts a study's outcome into the form of {@code summary.json}. */
public final class Summaries {
  private static final double CONFIDENCE = 0.95;

  private Summaries() {}

  /**
   * Makes the summary.
   *
   * @param outcome the study after analysis
   * @param figures those that were written
   * @param entries optimizer and start of each cell, as the study gives them, by the cell's id
   * @param version version of the program
   */
  public static Summary summarize(
      StudyOutcome outcome,
      List<StoredFigure> figures,
      List<DataFile> files,
      Map<String, CellEntries> entries,
      String version) {
    return summarize(outcome, figures, files, entries, version, null);
  }

  /** Makes the summary of a study that is not finished, of which so much is done. */
  static Summary summarize(
      StudyOutcome outcome,
      List<StoredFigure> figures,
      @Nullable List<DataFile> files,
      Map<String, CellEntries> entries,
      String version,
      Summary.@Nullable Partial partial) {
    List<Census> censuses = outcome.result().censuses();
    return new Summary(
        Summary.SCHEMA,
        outcome.result().study(),
        outcome.result().seed(),
        version,
        new Summary.Environment(
            System.getProperty("java.runtime.version"),
            Processor.ofThisMachine().model(),
            outcome.threads()),
        censuses.stream().flatMap(census -> lipschitz(census).stream()).toList(),
        censuses.stream()
            .flatMap(census -> census.points().stream().map(point -> point(census, point)))
            .toList(),
        censuses.stream()
            .map(
                census ->
                    new Summary.Count(
                        census.problem().name(),
                        census.points().size(),
                        census.completeness().label(),
                        Optional.ofNullable(outcome.proven().get(census.problem().name()))
                            .map(CertifiedCounts::of)
                            .orElse(null)))
            .toList(),
        outcome.result().cells().stream()
            .map(cell -> cell(cell, entries, outcome.result().census(cell.problem().name())))
            .toList(),
        outcome.findings().stream().map(Summaries::finding).toList(),
        outcome.expectations().stream().map(each -> expectation(each, outcome.findings())).toList(),
        outcome.controls().stream().map(Summaries::control).toList(),
        outcome.comparison().map(StudyComparison::comparison).orElse(null),
        outcome.sweeps().stream().map(Summaries::sweep).toList(),
        figures.stream().map(Summaries::figure).toList(),
        files,
        partial);
  }

  /**
   * A cell's optimizer and start as the resolved study gives them.
   *
   * @param optimizer its type and every key
   * @param start its type and every key
   */
  public record CellEntries(JsonNode optimizer, JsonNode start) {}

  private static List<Summary.Lipschitz> lipschitz(Census census) {
    return census
        .problem()
        .lipschitz()
        .map(
            bound ->
                new Summary.Lipschitz(
                    census.problem().name(),
                    intervals(census.problem().domain()),
                    bound.value(),
                    bound.status().label()))
        .stream()
        .toList();
  }

  private static double[][] intervals(Box box) {
    double[] low = box.low();
    double[] high = box.high();
    double[][] intervals = new double[low.length][];
    for (int k = 0; k < low.length; k++) {
      intervals[k] = new double[] {low[k], high[k]};
    }
    return intervals;
  }

  private static Summary.Point point(Census census, CriticalPoint point) {
    return new Summary.Point(
        census.problem().name(),
        point.id(),
        point.x(),
        point.value(),
        point.gradientNorm(),
        point.eigenvalues(),
        point.kind().label(),
        point.morseIndex(),
        point.status().label());
  }

  private static Summary.Cell cell(
      CellResult cell, Map<String, CellEntries> entries, Census census) {
    CellEntries keys = entries.get(cell.id());
    if (keys == null) {
      throw new IllegalStateException("cell '" + cell.id() + "' is not in the study");
    }
    Map<String, Long> terminations = new LinkedHashMap<>();
    cell.terminations().forEach((reason, runs) -> terminations.put(reason.label(), runs));
    List<Summary.Limit> limits = new ArrayList<>();
    cell.limits().forEach((id, runs) -> limits.add(limit(census.point(id), runs, cell.runs())));
    return new Summary.Cell(
        cell.id(),
        cell.problem().name(),
        keys.optimizer(),
        keys.start(),
        cell.runs(),
        cell.seconds(),
        cell.gradientEvaluations(),
        terminations,
        limits,
        cell.unresolved(),
        cell.toUnlistedMinima(),
        new Summary.Steps(
            cell.steps().mean(), cell.steps().median(), cell.steps().p90(), cell.steps().max()),
        cell.stagnation().runs() > 0 ? cell.stagnation() : null,
        cell.certificate().map(Summaries::certificate).orElse(null));
  }

  private static Summary.Certificate certificate(CellCertificate certificate) {
    Map<String, Long> fates = new LinkedHashMap<>();
    certificate.fates().forEach((fate, runs) -> fates.put(fate.label(), runs));
    return new Summary.Certificate(
        certificate.invariance().label(),
        certificate.invarianceDetail(),
        certificate.invariance() == Status.CERTIFIED ? certificate.startedInside() : 0,
        fates);
  }

  private static Summary.Limit limit(CriticalPoint point, long runs, long all) {
    ClopperPearson.Interval interval = ClopperPearson.interval(runs, all, CONFIDENCE);
    return new Summary.Limit(
        point.id(),
        point.kind().label(),
        runs,
        (double) runs / all,
        interval.low(),
        interval.high());
  }

  private static Summary.FindingEntry finding(Finding finding) {
    return new Summary.FindingEntry(
        finding.prediction(),
        finding.objective(),
        finding.cell().orElse(null),
        finding.point().orElse(null),
        finding.verdict().label(),
        finding.hypotheses().stream()
            .map(h -> new Summary.HypothesisEntry(h.name(), h.status().label(), h.detail()))
            .toList(),
        finding.predicted(),
        finding.observed(),
        finding.detail(),
        finding
            .significance()
            .map(test -> new Summary.SignificanceEntry(test.pValue(), test.adjusted()))
            .orElse(null));
  }

  private static Summary.ExpectationEntry expectation(
      Expectation expectation, List<Finding> findings) {
    return new Summary.ExpectationEntry(
        expectation.prediction(),
        Expectation.labels(expectation.verdicts()),
        Expectation.labels(expectation.seen(findings)),
        expectation.isMet(findings));
  }

  private static SweepEntry sweep(Sweep sweep) {
    return new SweepEntry(
        sweep.parameter(),
        sweep.subject(),
        sweep.prediction().orElse(null),
        sweep.quantity(),
        sweep.points().stream().map(Summaries::point).toList());
  }

  private static SweepEntry.Point point(Sweep.Point point) {
    return new SweepEntry.Point(
        point.value(),
        point.cell(),
        point.predicted().isPresent() ? point.predicted().getAsDouble() : null,
        point.observed(),
        point.verdict().map(Verdict::label).orElse(null));
  }

  private static Summary.ControlEntry control(ControlResult control) {
    return new Summary.ControlEntry(
        control.control(),
        control.cell().orElse(null),
        control.expected(),
        control.observed(),
        control.passed());
  }

  private static Summary.FigureEntry figure(StoredFigure stored) {
    return new Summary.FigureEntry(
        stored.figure().id(),
        stored.figure().objective(),
        stored.figure().cell().orElse(null),
        stored.figure().title(),
        stored.figure().caption(),
        stored.files());
  }
}
