package org.separatrix.runner.parts;

import java.util.List;
import java.util.Map;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;

/**
 * What became of some consecutive runs of a cell. Parts, one after the other, give everything that
 * the summary says of the cell, and let the census grow as it grew when they were run.
 *
 * @param schema version of this form
 * @param cell id of the cell
 * @param first number of the first run
 * @param end number of the run after the last
 * @param seconds wall time
 * @param terminations number of runs by the reason why they stopped
 * @param points limits of runs, as they were known then
 * @param limits number of runs that went to each of the points
 * @param found for each chunk, the critical points found at ends of runs that the census did not
 *     have
 * @param unresolved number of runs that stopped without a limit
 * @param toUnlistedMinima number of runs that went to minima for which the census has no room
 * @param steps number of runs by the number of their steps
 * @param fates number of runs by what provably becomes of them; empty if that was not looked into
 * @param startedInside number of runs that started in the objective's domain, likewise
 * @param gradientEvaluations gradients evaluated
 * @param valueEvaluations values evaluated
 * @param stagnation the runs that rounding keeps from going on
 * @param digests a checksum of the ends of the runs of each chunk, by which two results are
 *     compared
 */
public record Part(
    int schema,
    String cell,
    long first,
    long end,
    double seconds,
    Map<Termination, Long> terminations,
    List<CriticalPoint> points,
    List<Long> limits,
    List<List<CriticalPoint>> found,
    long unresolved,
    long toUnlistedMinima,
    Map<Long, Long> steps,
    Map<Fate, Long> fates,
    long startedInside,
    long gradientEvaluations,
    long valueEvaluations,
    Stagnation stagnation,
    List<ChunkDigest> digests) {

  /** Version of the form that this program reads and writes. */
  public static final int SCHEMA = 1;

  /** Copies the lists. */
  public Part {
    points = List.copyOf(points);
    limits = List.copyOf(limits);
    found = List.copyOf(found);
    digests = List.copyOf(digests);
  }

  /**
   * A checksum.
   *
   * @param first number of the chunk's first run
   * @param value CRC-32C of its runs
   */
  public record ChunkDigest(long first, long value) {}

  /** Returns the number of runs. */
  public long runs() {
    return end - first;
  }
}
