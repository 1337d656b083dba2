package org.separatrix.api.plugin;

import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.api.objective.Objective;

/**
 * Makes an objective from its configuration.
 *
 * @param <C> the config record
 */
@FunctionalInterface
public interface ObjectiveFactory<C extends Record> {
  /**
   * Makes an objective.
   *
   * @param config the configuration, which has checked its own values
   * @param formulas compiles formulas
   * @throws IllegalArgumentException if the configuration cannot be met; the message names the key,
   *     the value and the way out
   */
  Objective create(C config, FormulaCompiler formulas);
}
