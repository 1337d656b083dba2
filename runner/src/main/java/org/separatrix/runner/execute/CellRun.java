package org.separatrix.runner.execute;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Runs;
import org.separatrix.core.certificate.FateTally;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.certificate.ProvenRuns;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.core.critical.Limits;
import org.separatrix.core.critical.RunLimits;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.FormTime;
import org.separatrix.core.laboratory.CellContinuation;
import org.separatrix.runner.plan.Cell;

/** Runs one cell and decides where its runs went. */
final class CellRun {
  private final Cell cell;
  private final long seed;
  private final GrowingCensus census;
  private final CellTally tally = new CellTally();
  private final KeptRuns kept;
  private final Optional<MethodCertificate> certificate;
  private final Optional<FateTally> fates;
  private List<FormTime> formTimes = List.of();

  /** Read by all workers. */
  private volatile Limits limits;

  private double seconds;

  CellRun(
      Cell cell,
      long seed,
      GrowingCensus census,
      Optional<MethodCertificate> certificate,
      long rowLimit) {
    this.cell = cell;
    this.seed = seed;
    this.census = census;
    this.certificate = certificate;
    fates = certificate.map(each -> new FateTally(each));
    kept = new KeptRuns(cell.id(), census, cell.runs(), rowLimit);
    limits = limits();
  }

  /** Runs all runs; tells whether it came to the end. */
  boolean run(Ensemble ensemble, Progress progress, BooleanSupplier cancelled) {
    long started = System.nanoTime();
    Engine engine = new Engine(cell.experiment(seed), cell.runs());
    Ensemble.Completion completion =
        ensemble.run(
            cell.id(),
            engine,
            cell.runs(),
            this::decide,
            decided -> {
              accept(decided);
              progress.advance(decided.chunk().size());
            },
            done -> {},
            cancelled);
    seconds = (System.nanoTime() - started) * 1e-9;
    formTimes = engine.formTimes();
    return !completion.cancelled();
  }

  private Decided decide(Runs chunk) {
    Limits known = limits;
    return decided(chunk, known);
  }

  private Decided decided(Runs chunk, Limits known) {
    RunLimits outcome = known.decide(chunk);
    return new Decided(
        chunk,
        known,
        outcome,
        certificate.map(each -> ProvenRuns.of(each, cell.problem().domain(), outcome.runs())));
  }

  /**
   * Takes a chunk in; it is decided anew if points were found in the chunks before it meanwhile.
   */
  private void accept(Decided chunk) {
    Decided last = chunk.limits() == limits ? chunk : decided(chunk.chunk(), limits);
    RunLimits decided = last.outcome();
    tally.add(decided);
    fates.ifPresent(each -> each.add(last.proven().orElseThrow()));
    kept.add(decided, last.proven());
    if (census.add(decided.found())) {
      limits = limits();
    }
  }

  private Limits limits() {
    CellContinuation continuation =
        new CellContinuation(
            cell.problem().objective(), cell.optimizer(), seed, cell.problem().name());
    return census.limits(cell.optimizer(), cell.stop(), continuation);
  }

  /** What became of a chunk, by the critical points that were known then. */
  private record Decided(
      Runs chunk, Limits limits, RunLimits outcome, Optional<ProvenRuns> proven) {}

  /** Returns the result, once the census is final. */
  CellResult result() {
    return new CellResult(
        cell.id(),
        cell.problem(),
        cell.optimizerEntry().name(),
        cell.optimizer(),
        cell.start(),
        cell.stop(),
        tally.runs(),
        tally.terminations(),
        tally.limits(census),
        tally.unresolved(),
        tally.steps().summary(),
        tally.gradientEvaluations(),
        tally.valueEvaluations(),
        seconds,
        fates.map(FateTally::certificate));
  }

  /** Returns a line for each way to move runs, with its speed. */
  List<String> explanation() {
    return formTimes.stream()
        .map(
            time ->
                "%s: %s, %s: %.2f ns a step%s"
                    .formatted(
                        cell.id(),
                        time.work(),
                        time.form(),
                        time.nanoseconds(),
                        time.chosen() ? ", chosen" : ""))
        .toList();
  }

  /** Returns the runs to be shown one by one. */
  KeptRuns kept() {
    return kept;
  }
}
