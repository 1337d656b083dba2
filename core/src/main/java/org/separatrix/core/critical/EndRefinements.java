package org.separatrix.core.critical;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The critical points that Newton's method finds from ends of a chunk of runs, so that a chunk that
 * is decided anew, because others found points meanwhile, does not search again. To be kept as long
 * as that may happen; serves several threads.
 */
public final class EndRefinements {
  private final Map<PointKey, Optional<RefinedPoint>> reached = new ConcurrentHashMap<>();

  /** Finds the critical point that an end leads to. */
  Optional<RefinedPoint> from(double[] end, PointFunction function) {
    return reached.computeIfAbsent(new PointKey(end), key -> new NewtonSearch(function).from(end));
  }
}
