package org.separatrix.runner.execute;

import java.util.concurrent.CancellationException;
import java.util.function.Supplier;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.plugin.PluginCode;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.study.Entry;

/**
 * Lets components work, and names those that throw.
 *
 * @param registry knows where they come from
 */
record Guard(Registry registry) {
  /**
   * Lets a component work.
   *
   * @param component what works
   * @param activity what it does, for the message
   * @param work the work
   * @throws ComponentException if it throws, or returns null
   */
  <T> T call(Entry component, String activity, Supplier<T> work) {
    T made =
        PluginCode.call(
            work,
            failure -> {
              throw exception(component, activity, failure.cause());
            });
    if (made == null) {
      throw new ComponentException(
          registry.describe(component.kind(), component.type()), activity, "it returned null");
    }
    return made;
  }

  private RuntimeException exception(Entry component, String activity, Throwable thrown) {
    if (thrown instanceof CancellationException stop) {
      return stop;
    }
    return thrown instanceof EnsembleException known
        ? known
        : new ComponentException(
            registry.describe(component.kind(), component.type()), activity, thrown);
  }
}
