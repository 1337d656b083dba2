package org.separatrix.core.plugin;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a component threw, for the person who uses it and the one who wrote it.
 *
 * @param cause what was thrown
 */
public record Failure(Throwable cause) {

  /** Returns the exception, and the class, line and jar of the plugin that threw it if there is. */
  public String describe() {
    return cause + place().map(place -> ", thrown in " + place).orElse("");
  }

  /**
   * Returns the frame nearest to the failure that is of a plugin's jar, else the nearest of all.
   */
  public Optional<String> place() {
    StackTraceElement[] trace = cause.getStackTrace();
    return Arrays.stream(trace)
        .filter(frame -> isJar(frame.getClassLoaderName()))
        .findFirst()
        .or(() -> Arrays.stream(trace).findFirst())
        .map(Failure::describe);
  }

  private static boolean isJar(@Nullable String loader) {
    return loader != null && loader.endsWith(".jar");
  }

  private static String describe(StackTraceElement frame) {
    String method = frame.getClassName() + "." + frame.getMethodName();
    String line =
        frame.getLineNumber() > 0
            ? " (%s:%d)".formatted(frame.getFileName(), frame.getLineNumber())
            : "";
    String jar = isJar(frame.getClassLoaderName()) ? " of " + frame.getClassLoaderName() : "";
    return method + line + jar;
  }
}
