package org.separatrix.runner.execute;

import static java.util.Objects.requireNonNull;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.LongAdder;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.core.critical.RunLimits;

/** Counts what became of a cell's runs, chunk by chunk, in memory that does not grow with them. */
final class CellTally {
  private final Map<Termination, LongAdder> terminations = new EnumMap<>(Termination.class);
  private final Map<CriticalPoint, Long> runsByLimit = new LinkedHashMap<>();
  private final StepHistogram steps = new StepHistogram();
  private long runs;
  private long unresolved;
  private long gradientEvaluations;
  private long valueEvaluations;

  CellTally() {
    for (Termination reason : Termination.values()) {
      terminations.put(reason, new LongAdder());
    }
  }

  void add(RunLimits chunk) {
    Runs ends = chunk.runs();
    long[] counts = new long[chunk.points().size()];
    for (int i = 0; i < ends.size(); i++) {
      counter(ends.termination()[i]).increment();
      steps.add(ends.steps()[i]);
      if (chunk.limits()[i] >= 0) {
        counts[chunk.limits()[i]]++;
      }
    }
    for (int j = 0; j < counts.length; j++) {
      if (counts[j] > 0) {
        runsByLimit.merge(chunk.points().get(j), counts[j], Long::sum);
      }
    }
    runs += ends.size();
    unresolved += chunk.unresolved();
    gradientEvaluations += ends.gradientEvaluations();
    valueEvaluations += ends.valueEvaluations();
  }

  private LongAdder counter(Termination reason) {
    return requireNonNull(terminations.get(reason));
  }

  Map<Termination, Long> terminations() {
    Map<Termination, Long> byReason = new EnumMap<>(Termination.class);
    terminations.forEach((reason, count) -> byReason.put(reason, count.sum()));
    return byReason;
  }

  /** Returns the number of runs by the id of their limit, in the order of the final census. */
  Map<String, Long> limits(GrowingCensus census) {
    Map<String, Long> byId = new TreeMap<>();
    runsByLimit.forEach((point, count) -> byId.merge(census.idOf(point), count, Long::sum));
    Map<String, Long> ordered = new LinkedHashMap<>();
    for (CriticalPoint point : census.census().points()) {
      Optional.ofNullable(byId.get(point.id())).ifPresent(count -> ordered.put(point.id(), count));
    }
    return ordered;
  }

  StepHistogram steps() {
    return steps;
  }

  long runs() {
    return runs;
  }

  long unresolved() {
    return unresolved;
  }

  long gradientEvaluations() {
    return gradientEvaluations;
  }

  long valueEvaluations() {
    return valueEvaluations;
  }
}
