package org.separatrix.runner.execute;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.critical.GrowingCensus;
import org.separatrix.core.critical.Representatives;
import org.separatrix.runner.parts.Part;

/** Adds up what became of a cell's runs, part by part, in memory that does not grow with them. */
final class CellTally {
  private final Map<Termination, Long> terminations = new EnumMap<>(Termination.class);
  private final Map<CriticalPoint, Long> runsByLimit = new LinkedHashMap<>();
  private final StepHistogram steps = new StepHistogram();
  private long runs;
  private long unresolved;
  private long toUnlistedMinima;
  private long gradientEvaluations;
  private long valueEvaluations;
  private double seconds;
  private Stagnation stagnation = Stagnation.NONE;

  CellTally() {
    for (Termination reason : Termination.values()) {
      terminations.put(reason, 0L);
    }
  }

  void add(Part part) {
    part.terminations().forEach((reason, count) -> terminations.merge(reason, count, Long::sum));
    part.steps().forEach(steps::add);
    for (int j = 0; j < part.points().size(); j++) {
      runsByLimit.merge(part.points().get(j), part.limits().get(j), Long::sum);
    }
    runs += part.runs();
    unresolved += part.unresolved();
    toUnlistedMinima += part.toUnlistedMinima();
    gradientEvaluations += part.gradientEvaluations();
    valueEvaluations += part.valueEvaluations();
    seconds += part.seconds();
    stagnation = stagnation.plus(part.stagnation());
  }

  Map<Termination, Long> terminations() {
    return new EnumMap<>(terminations);
  }

  /** Returns the number of runs by the id of their limit, in the order of the final census. */
  Map<String, Long> limits(GrowingCensus census) {
    Map<String, Long> byId = new TreeMap<>();
    Representatives representatives = census.representatives();
    runsByLimit.forEach(
        (point, count) -> byId.merge(representatives.of(point).id(), count, Long::sum));
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

  long toUnlistedMinima() {
    return toUnlistedMinima;
  }

  long gradientEvaluations() {
    return gradientEvaluations;
  }

  long valueEvaluations() {
    return valueEvaluations;
  }

  Stagnation stagnation() {
    return stagnation;
  }

  /** Returns the wall time of all parts, also of those that were run earlier. */
  double seconds() {
    return seconds;
  }
}
