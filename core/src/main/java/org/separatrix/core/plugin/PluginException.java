package org.separatrix.core.plugin;

/** Plugins that cannot be used together, or a folder of plugins that cannot be read. */
public final class PluginException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Creates the exception.
   *
   * @param message what is wrong and the way out
   */
  public PluginException(String message) {
    super(message);
  }
}
