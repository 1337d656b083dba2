package org.separatrix.core.task;

import java.util.concurrent.CancellationException;

/** Ends work that takes long and that nobody waits for any more. */
public final class Interruption {
  private Interruption() {}

  /**
   * Does nothing unless the calling thread is interrupted.
   *
   * @throws CancellationException if it is, which it then still is
   */
  public static void check() {
    if (Thread.currentThread().isInterrupted()) {
      throw new CancellationException("interrupted");
    }
  }
}
