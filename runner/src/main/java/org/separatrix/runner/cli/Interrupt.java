package org.separatrix.runner.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Notices Ctrl-C, and keeps the Java runtime alive until what was finished has been saved.
 *
 * <p>The runtime's own exit code for it is 130.
 */
final class Interrupt implements BooleanSupplier, AutoCloseable {
  private static final long PATIENCE_SECONDS = 30;

  private final CountDownLatch saved = new CountDownLatch(1);
  private final Thread hook = new Thread(this::interrupted, "interrupt");
  private volatile boolean interrupted;

  Interrupt() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Tells whether the program was interrupted. */
  @Override
  public boolean getAsBoolean() {
    return interrupted;
  }

  private void interrupted() {
    interrupted = true;
    try {
      if (!saved.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("separatrix: gave up waiting for the results to be saved");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Says that everything has been saved. */
  @Override
  public void close() {
    saved.countDown();
    if (!interrupted) {
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException alreadyGoingDown) {
        // The signal came between the two lines; the hook ends at once.
      }
    }
  }
}
