package org.separatrix.api.plugin;

import java.nio.file.Path;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.start.StartDistribution;

/**
 * Makes a distribution of starting points for a problem from its configuration.
 *
 * @param <C> the config record
 */
@FunctionalInterface
public interface StartFactory<C extends Record> {
  /**
   * Makes a distribution.
   *
   * @param config the configuration, which has checked its own values
   * @param problem the problem whose domain the starts are for
   * @param directory where relative file names in the configuration start: the folder of the study
   * @throws IllegalArgumentException if the configuration does not fit the problem; the message
   *     names the key, the value and the way out
   */
  StartDistribution create(C config, Problem problem, Path directory);
}
