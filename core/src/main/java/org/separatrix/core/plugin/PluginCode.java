package org.separatrix.core.plugin;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Calls code that others wrote, which may throw anything. What it throws is its failure, also an
 * endless recursion or a class that is missing; that memory ran out is not, and is passed on.
 */
public final class PluginCode {
  private PluginCode() {}

  /**
   * Returns what the code returns, or what takes its place if it throws.
   *
   * @param code what is called
   * @param otherwise is given the failure; what it throws is passed on
   * @param <T> what is returned
   */
  public static <T> T call(
      Supplier<? extends T> code, Function<? super Failure, ? extends T> otherwise) {
    try {
      return code.get();
    } catch (RuntimeException | Error thrown) {
      MemoryExhaustion.behind(thrown)
          .ifPresent(
              tooMuch -> {
                throw tooMuch;
              });
      return otherwise.apply(new Failure(thrown));
    }
  }

  /**
   * Runs code that returns nothing.
   *
   * @param code what is called
   * @param otherwise is given the failure; what it throws is passed on
   */
  public static void run(Runnable code, Consumer<? super Failure> otherwise) {
    PluginCode.<Boolean>call(
        () -> {
          code.run();
          return true;
        },
        failure -> {
          otherwise.accept(failure);
          return false;
        });
  }
}
