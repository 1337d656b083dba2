package org.separatrix.runner.execute;

import java.util.function.BooleanSupplier;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Runs;
import org.separatrix.core.critical.Limits;
import org.separatrix.core.critical.RunLimits;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.laboratory.CellContinuation;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.runner.plan.Cell;

/** Runs one cell and decides where its runs went. */
final class CellRun {
  private final Cell cell;
  private final long seed;
  private final GrowingCensus census;
  private final CellTally tally = new CellTally();
  private final KeptRuns kept;
  private Limits limits;
  private double seconds;

  CellRun(Cell cell, long seed, GrowingCensus census, long rowLimit) {
    this.cell = cell;
    this.seed = seed;
    this.census = census;
    kept = new KeptRuns(cell.id(), census, cell.runs(), rowLimit);
    limits = limits();
  }

  /** Runs all runs; tells whether it came to the end. */
  boolean run(Ensemble ensemble, Progress progress, BooleanSupplier cancelled) {
    long started = System.nanoTime();
    // Without the optimizer's name, so that run r starts at the same point under every optimizer.
    long key = RandomStreams.key(seed, cell.problem().name(), cell.startEntry().name());
    Experiment experiment =
        new Experiment(
            cell.problem().objective(), cell.optimizer(), cell.start(), cell.stop(), key);
    Ensemble.Completion completion =
        ensemble.run(
            cell.id(),
            experiment,
            cell.runs(),
            chunk -> {
              accept(chunk);
              progress.advance(chunk.size());
            },
            done -> {},
            cancelled);
    seconds = (System.nanoTime() - started) * 1e-9;
    return !completion.cancelled();
  }

  private void accept(Runs chunk) {
    RunLimits decided = limits.decide(chunk);
    tally.add(decided);
    kept.add(decided);
    if (census.add(decided.found())) {
      limits = limits();
    }
  }

  private Limits limits() {
    CellContinuation continuation =
        new CellContinuation(
            cell.problem().objective(), cell.optimizer(), seed, cell.problem().name());
    return new Limits(census.census(), cell.optimizer(), cell.stop(), continuation);
  }

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
        seconds);
  }

  /** Returns the runs to be shown one by one. */
  KeptRuns kept() {
    return kept;
  }
}
