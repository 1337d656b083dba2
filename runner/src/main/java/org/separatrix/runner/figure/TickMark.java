package org.separatrix.runner.figure;

/**
 * A mark on an axis.
 *
 * @param value where
 * @param label what stands beside it; empty for a small mark
 */
record TickMark(double value, String label) {
  boolean isLabelled() {
    return !label.isEmpty();
  }
}
