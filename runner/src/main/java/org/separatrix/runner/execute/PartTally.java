package org.separatrix.runner.execute;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.certificate.ProvenRuns;
import org.separatrix.core.critical.RunLimits;
import org.separatrix.runner.parts.Part;
import org.separatrix.runner.parts.Part.ChunkDigest;

/** Counts what became of the runs of a part, chunk by chunk. */
@SuppressWarnings("EnumOrdinal") // positions in an array, of which only the sums are stored
final class PartTally {
  private final String cell;
  private final long first;
  private final Map<Termination, Long> terminations = new EnumMap<>(Termination.class);
  private final Map<CriticalPoint, Integer> points = new LinkedHashMap<>();
  private final List<Long> limits = new ArrayList<>();
  private final List<List<CriticalPoint>> found = new ArrayList<>();
  private final StepHistogram steps = new StepHistogram();
  private final Map<Fate, Long> fates = new EnumMap<>(Fate.class);
  private final List<ChunkDigest> digests = new ArrayList<>();
  private final EndsChecksum checksum = new EndsChecksum();
  private final RowEncoder rows;
  private final long started = System.nanoTime();
  private long end;
  private long unresolved;
  private long toUnlistedMinima;
  private long startedInside;
  private long gradientEvaluations;
  private long valueEvaluations;
  private Stagnation stagnation = Stagnation.NONE;

  /**
   * Begins a part.
   *
   * @param cell id of the cell
   * @param first number of the first run
   * @param rows encodes the rows that are kept
   */
  PartTally(String cell, long first, RowEncoder rows) {
    this.cell = cell;
    this.first = first;
    this.rows = rows;
    end = first;
  }

  void add(RunLimits chunk, Optional<ProvenRuns> proven, Stagnation stagnant) {
    Runs ends = chunk.runs();
    int[] position = new int[chunk.points().size()];
    long[] counts = new long[position.length];
    long[] reasons = new long[Termination.values().length];
    for (Termination reason : ends.termination()) {
      reasons[reason.ordinal()]++;
    }
    for (int limit : chunk.limits()) {
      if (limit >= 0) {
        counts[limit]++;
      }
    }
    steps.addAll(ends.steps());
    for (Termination reason : Termination.values()) {
      terminations.merge(reason, reasons[reason.ordinal()], Long::sum);
    }
    for (int j = 0; j < counts.length; j++) {
      position[j] = counts[j] > 0 ? position(chunk.points().get(j), counts[j]) : -1;
    }
    rows.add(chunk, proven, position);
    digests.add(new ChunkDigest(ends.first(), checksum.of(ends)));
    found.add(chunk.found());
    proven.ifPresent(
        each -> each.counts().forEach((fate, runs) -> fates.merge(fate, runs, Long::sum)));
    startedInside += proven.map(ProvenRuns::startedInside).orElse(0L);
    end += ends.size();
    unresolved += chunk.unresolved();
    toUnlistedMinima += chunk.toUnlistedMinima();
    gradientEvaluations += ends.gradientEvaluations();
    valueEvaluations += ends.valueEvaluations();
    stagnation = stagnation.plus(stagnant);
  }

  private int position(CriticalPoint point, long runs) {
    int position = points.computeIfAbsent(point, each -> points.size());
    if (position == limits.size()) {
      limits.add(0L);
    }
    limits.set(position, limits.get(position) + runs);
    return position;
  }

  /** Returns the number of the run that comes next. */
  long end() {
    return end;
  }

  boolean isEmpty() {
    return end == first;
  }

  /** Returns the wall time since it began, in seconds. */
  double seconds() {
    return (System.nanoTime() - started) * 1e-9;
  }

  RowEncoder rows() {
    return rows;
  }

  Part part() {
    return new Part(
        Part.SCHEMA,
        cell,
        first,
        end,
        seconds(),
        terminations,
        List.copyOf(points.keySet()),
        limits,
        found,
        unresolved,
        toUnlistedMinima,
        steps.counts(),
        fates,
        startedInside,
        gradientEvaluations,
        valueEvaluations,
        stagnation,
        digests);
  }
}
