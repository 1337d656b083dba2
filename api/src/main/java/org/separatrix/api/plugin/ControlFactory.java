package org.separatrix.api.plugin;

import org.separatrix.api.analysis.Control;

/**
 * Makes a control from its configuration.
 *
 * @param <C> the config record
 */
@FunctionalInterface
public interface ControlFactory<C extends Record> {
  /**
   * Makes a control.
   *
   * @param config the configuration, which has checked its own values
   */
  Control create(C config);
}
