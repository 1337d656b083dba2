package org.separatrix.api.plugin;

import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;

/**
 * Makes an optimizer for a problem from its configuration.
 *
 * @param <C> the config record
 */
@FunctionalInterface
public interface OptimizerFactory<C extends Record> {
  /**
   * Makes an optimizer.
   *
   * @param config the configuration, which has checked its own values
   * @param problem the problem, for what depends on its dimension or its bound on L
   * @throws IllegalArgumentException if the configuration does not fit the problem; the message
   *     names the key, the value and the way out
   */
  Optimizer create(C config, Problem problem);
}
