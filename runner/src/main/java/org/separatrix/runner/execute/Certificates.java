package org.separatrix.runner.execute;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.certificate.KnownPoints;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.study.Certify;

/** What is proven in a study, each fact once. */
public final class Certificates {
  private final Certify wanted;
  private final Thoroughness thoroughness;
  private final TaskPool pool;
  private final BooleanSupplier cancelled;
  private final Map<String, Optional<SeparableCensus>> censuses = new HashMap<>();
  private final Map<List<String>, Optional<MethodCertificate>> methods = new HashMap<>();

  /**
   * Begins without any fact.
   *
   * @param wanted how much work goes into proofs
   * @param thoroughness how large regions shall be
   * @param pool does the work; no fact depends on its number of threads
   * @param cancelled is asked now and then whether to stop
   */
  public Certificates(
      Certify wanted, Thoroughness thoroughness, TaskPool pool, BooleanSupplier cancelled) {
    this.wanted = wanted;
    this.thoroughness = thoroughness;
    this.pool = pool;
    this.cancelled = cancelled;
  }

  /** Returns the proven census of an objective, if there can be one. */
  public Optional<SeparableCensus> census(Problem problem) {
    return censuses.computeIfAbsent(
        problem.name(), name -> certifier(problem).flatMap(each -> each.census(pool.threads())));
  }

  /**
   * Returns what is proven of a cell's method, if that is linear and the objective allows it.
   *
   * @throws CancellationException if it was told to stop
   */
  public Optional<MethodCertificate> method(Cell cell) {
    return methods.computeIfAbsent(
        List.of(cell.problem().name(), cell.optimizerEntry().name()),
        key ->
            cell.optimizer() instanceof LinearMethod method
                ? certifier(cell.problem())
                    .map(
                        each ->
                            new MethodCertificate(
                                each, method, points(cell.problem()), thoroughness, pool))
                : Optional.empty());
  }

  /** Returns the critical points around which regions are looked for, none without a census. */
  public KnownPoints points(Problem problem) {
    return census(problem).map(KnownPoints::of).orElseGet(() -> KnownPoints.of(List.of()));
  }

  /** Returns what proves facts about an objective, if it can be reasoned about and is wanted. */
  public Optional<Certifier> certifier(Problem problem) {
    return wanted.isWanted()
        ? Certifier.of(problem.objective(), problem.domain(), wanted.effort(cancelled))
        : Optional.empty();
  }
}
