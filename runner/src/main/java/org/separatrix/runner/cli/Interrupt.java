package org.separatrix.runner.cli;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Tells a study that the program is to end, such as by Ctrl-C, and the program when what was
 * finished has been saved.
 */
final class Interrupt implements BooleanSupplier, AutoCloseable {
  private static final Set<Interrupt> OPEN = ConcurrentHashMap.newKeySet();

  private final CountDownLatch saved = new CountDownLatch(1);
  private volatile boolean interrupted;

  Interrupt() {
    OPEN.add(this);
  }

  /** Tells whether the program was interrupted. */
  @Override
  public boolean getAsBoolean() {
    return interrupted;
  }

  /**
   * Interrupts the studies that run, and waits until they have saved what was finished.
   *
   * @param seconds for which it waits at most
   * @return whether they have
   */
  static boolean all(long seconds) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    OPEN.forEach(study -> study.interrupted = true);
    try {
      for (Interrupt study : OPEN) {
        if (!study.saved.await(end - System.nanoTime(), TimeUnit.NANOSECONDS)) {
          return false;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  /** Says that everything has been saved. */
  @Override
  public void close() {
    OPEN.remove(this);
    saved.countDown();
  }
}
