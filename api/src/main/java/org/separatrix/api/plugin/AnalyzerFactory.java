package org.separatrix.api.plugin;

import org.separatrix.api.analysis.Analyzer;

/**
 * Makes an analyzer from its configuration.
 *
 * @param <C> the config record
 */
@FunctionalInterface
public interface AnalyzerFactory<C extends Record> {
  /**
   * Makes an analyzer.
   *
   * @param config the configuration, which has checked its own values
   */
  Analyzer create(C config);
}
