package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.certificate.EndRegions;
import org.separatrix.core.certificate.FateTally;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.certificate.ProvenRuns;
import org.separatrix.core.critical.EndRefinements;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.core.critical.Limits;
import org.separatrix.core.critical.RunLimits;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.laboratory.CellContinuation;
import org.separatrix.core.plugin.PluginCode;
import org.separatrix.core.precision.StagnationSearch;
import org.separatrix.runner.parts.CellStore;
import org.separatrix.runner.parts.Part;
import org.separatrix.runner.parts.StoredPart;
import org.separatrix.runner.plan.Cell;

/** Runs one cell, or takes in what was run of it earlier, and decides where its runs went. */
final class CellRun {
  private final Cell cell;
  private final long seed;
  private final GrowingCensus census;
  private final CellStore store;
  private final long stride;
  private final CellTally tally = new CellTally();
  private final List<StoredPart> parts = new ArrayList<>();
  private final Optional<MethodCertificate> certificate;
  private final Optional<FateTally> fates;
  private final StagnationSearch stagnation;
  private final Engine engine;
  private long reused;

  /** Read by all workers. */
  private volatile Limits limits;

  private PartTally part;

  /**
   * Prepares a run.
   *
   * @param cell what to run
   * @param seed of the study
   * @param census grows as runs find critical points
   * @param certificate what is proven of the method
   * @param store keeps what is finished
   * @param stride every such run has a row; 0 for no rows
   */
  CellRun(
      Cell cell,
      long seed,
      GrowingCensus census,
      Optional<MethodCertificate> certificate,
      CellStore store,
      long stride) {
    this.cell = cell;
    this.seed = seed;
    this.census = census;
    this.certificate = certificate;
    this.store = store;
    this.stride = stride;
    fates = certificate.map(each -> new FateTally(each));
    stagnation = new StagnationSearch(cell.problem().objective(), cell.optimizer());
    limits = limits();
    engine = new Engine(cell.experiment(seed), cell.runs());
    part = begin(0);
  }

  /** Runs all runs that are not stored; tells whether it came to the end. */
  boolean run(Ensemble ensemble, Progress progress, BooleanSupplier cancelled) {
    long next = 0;
    for (StoredPart stored : store.stored(cell.runs(), this::isChunkEnd)) {
      if (!run(ensemble, next, stored.part().first(), progress, cancelled)) {
        return false;
      }
      take(stored);
      reused += stored.part().runs();
      progress.advance(stored.part().runs());
      next = stored.part().end();
    }
    return run(ensemble, next, cell.runs(), progress, cancelled);
  }

  /** Takes in what is stored without a gap. */
  void takeStored() {
    for (StoredPart stored : store.stored(cell.runs(), this::isChunkEnd)) {
      if (stored.part().first() == tally.runs()) {
        take(stored);
      }
    }
  }

  private boolean isChunkEnd(long run) {
    return run == 0 || Ensemble.chunkEnd(engine, run - 1) == run;
  }

  private boolean run(
      Ensemble ensemble, long first, long end, Progress progress, BooleanSupplier cancelled) {
    if (first == end) {
      return true;
    }
    part = begin(first);
    try {
      Ensemble.Completion completion =
          ensemble.run(
              cell.id(),
              engine,
              first,
              end,
              this::decide,
              decided -> {
                accept(decided);
                progress.advance(decided.chunk().size());
              },
              done -> {},
              cancelled);
      return !completion.cancelled();
    } finally {
      // Also what was finished before an interrupt or a failure.
      store();
    }
  }

  private PartTally begin(long first) {
    return new PartTally(cell.id(), first, new RowEncoder(cell.problem().domain(), stride));
  }

  private void store() {
    if (!part.isEmpty()) {
      PartTally finished = part;
      part = begin(finished.end());
      StoredPart stored = store.write(finished.part(), finished.rows().bytes());
      parts.add(stored);
      tally(stored.part());
    }
  }

  /** Takes in a part that was run earlier, as if it were run now. */
  private void take(StoredPart stored) {
    parts.add(stored);
    tally(stored.part());
    named(
        stored.part().first(), stored.part().end(), () -> stored.part().found().forEach(this::add));
  }

  private void add(List<CriticalPoint> found) {
    if (census.add(found)) {
      limits = census.grown(limits);
    }
  }

  /**
   * Does what calls the objective or the method on this thread; if they throw, the exception names
   * the runs first ... end - 1, as it does where they throw while these are run.
   */
  private void named(long first, long end, Runnable work) {
    PluginCode.run(
        work,
        failure -> {
          throw failure.cause() instanceof CancellationException stop
              ? stop
              : new EnsembleException(cell.id(), first, end - 1, failure.cause());
        });
  }

  private void tally(Part finished) {
    tally.add(finished);
    fates.ifPresent(each -> each.add(finished.fates(), finished.startedInside()));
  }

  private Decided decide(Runs chunk) {
    return decided(chunk, limits, new EndRefinements());
  }

  private Decided decided(Runs chunk, Limits known, EndRefinements refinements) {
    Optional<EndRegions> ends = certificate.map(each -> EndRegions.of(each, chunk));
    RunLimits outcome = known.decide(chunk, ends, refinements);
    Runs runs = outcome.runs();
    Optional<ProvenRuns> proven =
        ends.map(first -> runs.equals(chunk) ? first : EndRegions.of(first.certificate(), runs))
            .map(last -> ProvenRuns.of(last, cell.problem().domain(), runs));
    // Who asks for no tolerance, or for a gradient of zero, wants the budget to be used up.
    Stagnation stagnant =
        cell.stop().gradientTolerance() > 0 ? stagnation.among(outcome.runs()) : Stagnation.NONE;
    return new Decided(chunk, known, refinements, outcome, proven, stagnant);
  }

  /**
   * Takes a chunk in; it is decided anew if points were found in the chunks before it meanwhile.
   */
  private void accept(Decided chunk) {
    Runs runs = chunk.chunk();
    named(
        runs.first(),
        runs.first() + runs.size(),
        () -> {
          Decided last =
              chunk.limits() == limits ? chunk : decided(runs, limits, chunk.refinements());
          part.add(last.outcome(), last.proven(), last.stagnation());
          add(last.outcome().found());
        });
    if (store.isDue(part.seconds(), tally.seconds(), part.rows().length())) {
      store();
    }
  }

  private Limits limits() {
    CellContinuation continuation =
        new CellContinuation(
            cell.problem().objective(), cell.optimizer(), seed, cell.problem().name());
    return census.limits(cell.optimizer(), cell.stop(), continuation, certificate);
  }

  /** What became of a chunk, by the critical points that were known then. */
  private record Decided(
      Runs chunk,
      Limits limits,
      EndRefinements refinements,
      RunLimits outcome,
      Optional<ProvenRuns> proven,
      Stagnation stagnation) {}

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
        tally.toUnlistedMinima(),
        tally.steps().summary(),
        tally.gradientEvaluations(),
        tally.valueEvaluations(),
        tally.seconds(),
        tally.stagnation(),
        fates.map(FateTally::certificate));
  }

  /** Returns lines that tell how its runs were moved. */
  List<String> explanation() {
    return MovesOfRuns.explained(cell.id(), engine, tally.runs() > reused);
  }

  /** Returns its parts. */
  FinishedCell finished() {
    return new FinishedCell(cell.id(), cell.problem().dimension(), parts, census);
  }

  /** Returns the number of runs that were there already. */
  long reused() {
    return reused;
  }

  /** Returns the number of runs that are done. */
  long done() {
    return tally.runs();
  }
}
