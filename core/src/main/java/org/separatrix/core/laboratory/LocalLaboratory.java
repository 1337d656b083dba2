package org.separatrix.core.laboratory;

import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.EnsembleLimits;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.critical.Hessians;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.StepMaps;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.core.task.TaskPool;

/** A laboratory on the threads of this machine. */
public final class LocalLaboratory implements Laboratory {
  private static final String DOMAIN = "laboratory";

  private final Ensemble ensemble;
  private final TaskPool pool;
  private final long seed;
  private final BooleanSupplier cancelled;

  /**
   * Creates a laboratory.
   *
   * @param ensemble runs its experiments
   * @param seed the study's seed
   * @param cancelled is asked now and then whether to stop
   */
  public LocalLaboratory(Ensemble ensemble, long seed, BooleanSupplier cancelled) {
    this.ensemble = ensemble;
    pool = new TaskPool(ensemble.threads());
    this.seed = seed;
    this.cancelled = cancelled;
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if it was told to stop
   */
  @Override
  public Runs run(
      String purpose,
      Problem problem,
      Optimizer optimizer,
      StartDistribution starts,
      int runs,
      StopRule stop) {
    long key = RandomStreams.key(seed, DOMAIN, purpose, problem.name());
    Experiment experiment = new Experiment(problem.objective(), optimizer, starts, stop, key);
    return ensemble.collect(purpose, experiment, runs, cancelled);
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if it was told to stop
   */
  @Override
  public EnsembleLimits limits(
      String purpose,
      Census census,
      Optimizer optimizer,
      StartDistribution starts,
      int runs,
      StopRule stop) {
    Problem problem = census.problem();
    long key = RandomStreams.key(seed, DOMAIN, purpose, problem.name());
    Experiment experiment = new Experiment(problem.objective(), optimizer, starts, stop, key);
    CellContinuation continuation =
        new CellContinuation(problem.objective(), optimizer, seed, problem.name());
    LimitCollector collector = new LimitCollector(census, optimizer, stop, continuation, runs);
    Ensemble.Completion completion =
        ensemble.run(
            purpose,
            new Engine(experiment, runs),
            0,
            runs,
            collector::decide,
            collector::accept,
            done -> {},
            cancelled);
    if (completion.cancelled()) {
      throw new CancellationException(purpose + " was cancelled");
    }
    return collector.limits();
  }

  /**
   * {@inheritDoc}
   *
   * @throws CancellationException if it was told to stop
   */
  @Override
  public double[][] hessian(Problem problem, double[] x) {
    checkCancelled();
    return Hessians.at(problem, x);
  }

  @Override
  public StepMap map(Problem problem, Optimizer optimizer) {
    checkCancelled();
    return StepMaps.of(problem.objective(), optimizer);
  }

  @Override
  public RandomGenerator random(String purpose) {
    return RandomStreams.stream(RandomStreams.key(seed, DOMAIN, purpose));
  }

  @Override
  public <T> List<T> all(List<? extends Supplier<? extends T>> tasks) {
    return pool.all(tasks);
  }

  private void checkCancelled() {
    if (cancelled.getAsBoolean()) {
      throw new CancellationException("the laboratory was cancelled");
    }
  }
}
