package org.separatrix.core.plugin;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds that memory ran out behind what was thrown. It may come wrapped: by the machine itself,
 * which throws {@link InternalError} where it has no room to link a lambda, by the initialiser of a
 * class, or by a component.
 */
public final class MemoryExhaustion {
  private MemoryExhaustion() {}

  /**
   * Returns the error behind a failure, if there is one.
   *
   * @param thrown the failure; its causes are looked through
   */
  public static Optional<OutOfMemoryError> behind(Throwable thrown) {
    for (@Nullable Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof OutOfMemoryError error) {
        return Optional.of(error);
      }
    }
    return Optional.empty();
  }
}
