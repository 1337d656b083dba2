package org.separatrix.core.census;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * How a caller follows a census and ends it early.
 *
 * @param progress is told after each generation of boxes, on the thread that called
 * @param isCancelled is asked often, by all threads; once true, what is left is unfinished
 */
public record CensusMonitor(Consumer<Progress> progress, BooleanSupplier isCancelled) {
  /**
   * How far a census is.
   *
   * @param examined number of boxes examined
   * @param pending number of boxes that are left, each of which may be cut further
   * @param found number of critical points found, some perhaps twice
   */
  public record Progress(long examined, long pending, long found) {}

  /** Returns a monitor that does not look and lets the search end. */
  public static CensusMonitor none() {
    return new CensusMonitor(progress -> {}, () -> false);
  }
}
