package org.separatrix.runner.execute;

import org.separatrix.core.plugin.Failure;

/** A component failed while a study ran, outside of an ensemble. The cause is what it threw. */
public final class ComponentException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param component names the component and its plugin
   * @param activity what was being done, such as {@code while critical points were searched}
   * @param cause what it threw
   */
  ComponentException(String component, String activity, Throwable cause) {
    super("%s failed %s: %s".formatted(component, activity, new Failure(cause).describe()), cause);
  }

  /**
   * Creates the exception for a component that threw nothing.
   *
   * @param component names the component and its plugin
   * @param activity what was being done
   * @param reason what it did instead of what it is to do
   */
  ComponentException(String component, String activity, String reason) {
    super("%s failed %s: %s".formatted(component, activity, reason));
  }
}
