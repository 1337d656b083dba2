package org.separatrix.api.analysis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;

/**
 * What happened in a cell: one objective, one optimizer, one start.
 *
 * @param id name of the cell
 * @param problem the objective
 * @param optimizerName name of the optimizer within the study
 * @param optimizer the method
 * @param start the distribution of starting points
 * @param stop when its runs stopped
 * @param runs number of runs
 * @param terminations number of runs by the reason why they stopped, every reason present
 * @param limits number of runs by the id of the critical point that they went to
 * @param unresolved number of runs that stopped without a limit and without leaving for good: the
 *     budget ran out, or the end could not be told from a point that it may yet leave
 * @param toUnlistedMinima number of runs that went to strict local minima which the census does not
 *     have, because it has as many points as it can keep
 * @param steps distribution of the number of steps
 * @param gradientEvaluations gradients evaluated
 * @param valueEvaluations values evaluated
 * @param seconds wall time
 * @param stagnation the runs that rounding keeps from going on until they stop by their gradient
 * @param certificate what is proven of the runs, if anything could be
 */
public record CellResult(
    String id,
    Problem problem,
    String optimizerName,
    Optimizer optimizer,
    StartDistribution start,
    StopRule stop,
    long runs,
    Map<Termination, Long> terminations,
    Map<String, Long> limits,
    long unresolved,
    long toUnlistedMinima,
    Steps steps,
    long gradientEvaluations,
    long valueEvaluations,
    double seconds,
    Stagnation stagnation,
    Optional<CellCertificate> certificate) {

  /** Copies the maps. */
  public CellResult {
    terminations = Collections.unmodifiableMap(new EnumMap<>(terminations));
    limits = Collections.unmodifiableMap(new LinkedHashMap<>(limits));
  }

  /**
   * Returns how many runs went to a critical point.
   *
   * @param point its id
   */
  public long runsTo(String point) {
    return limits.getOrDefault(point, 0L);
  }

  /**
   * Returns how many runs stopped for a reason.
   *
   * @param reason the reason
   */
  public long stoppedBy(Termination reason) {
    return terminations.getOrDefault(reason, 0L);
  }

  /**
   * Distribution of the number of steps of a cell's runs.
   *
   * @param mean arithmetic mean
   * @param median 50th percentile
   * @param p90 90th percentile
   * @param max largest number
   */
  public record Steps(double mean, double median, double p90, double max) {}
}
