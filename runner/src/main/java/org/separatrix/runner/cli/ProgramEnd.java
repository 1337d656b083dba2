package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.core.plugin.Failure;

/**
 * Notices that the program ends before it is done: by a signal, or by {@code System.exit} in a
 * component, which would look like an interrupt, or like success. What was finished is saved first.
 */
public final class ProgramEnd {
  private static final String OWN_CODE = "org.separatrix.runner.";

  private static final long PATIENCE_SECONDS = 30;

  /** The thread that calls for the end never returns, so who waits for it never saves anything. */
  private static final long PATIENCE_WITH_COMPONENTS_SECONDS = 2;

  private final PrintWriter err;
  private final Thread hook = new Thread(this::ending, "end");

  private ProgramEnd(PrintWriter err) {
    this.err = err;
  }

  /**
   * Watches from now on.
   *
   * @param err where it is said who ends the program
   */
  public static ProgramEnd watch(PrintWriter err) {
    ProgramEnd end = new ProgramEnd(err);
    Runtime.getRuntime().addShutdownHook(end.hook);
    return end;
  }

  private void ending() {
    Optional<String> component = component();
    if (component.isEmpty()) {
      if (!Interrupt.all(PATIENCE_SECONDS)) {
        err.println("separatrix: gave up waiting for the results to be saved");
      }
      return;
    }
    err.printf(
        "separatrix: %s ends the program, with System.exit or the like.%n"
            + "Maybe report this to its author: a component that fails throws an exception.%n",
        component.get());
    Interrupt.all(PATIENCE_WITH_COMPONENTS_SECONDS);
    err.flush();
    // The exit code is the component's otherwise, perhaps that of success.
    Runtime.getRuntime().halt(ExitCode.INTERNAL_ERROR);
  }

  /** Returns the place that called for the end, if it was not a signal. */
  private static Optional<String> component() {
    return Thread.getAllStackTraces().values().stream()
        .flatMap(trace -> caller(trace).stream())
        .findFirst();
  }

  private static Optional<String> caller(StackTraceElement[] trace) {
    List<String> frames =
        Arrays.stream(trace).map(each -> each.getClassName() + "." + each.getMethodName()).toList();
    int exit = frames.lastIndexOf("java.lang.Runtime.exit");
    int caller = exit + (frames.contains("java.lang.System.exit") ? 2 : 1);
    if (exit < 0 || caller >= trace.length || frames.get(caller).startsWith(OWN_CODE)) {
      return Optional.empty();
    }
    Throwable at = new Throwable();
    at.setStackTrace(Arrays.copyOfRange(trace, caller, trace.length));
    return new Failure(at).place();
  }

  /** Says that the program is done. */
  public void unwatch() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException alreadyGoingDown) {
      // It goes on to its end by itself.
    }
  }
}
