package org.separatrix.runner.execute;

import org.separatrix.core.plugin.MemoryExhaustion;

/**
 * What happens when a cell, an analyzer or a control fails.
 *
 * @param keepsGoing whether the others go on
 * @param retries whether cells that failed earlier are tried again; without it, a run that keeps
 *     going leaves them out
 */
public record FailurePolicy(boolean keepsGoing, boolean retries) {
  /** Stops at the first failure. */
  public static final FailurePolicy FAIL_FAST = new FailurePolicy(false, true);

  /** Keeps what others find; cells are not run. */
  public static final FailurePolicy KEEP_OTHERS = new FailurePolicy(true, false);

  /** Tells whether everything stops when this was thrown; it does when memory does not suffice. */
  boolean stopsAt(RuntimeException broken) {
    return !keepsGoing || MemoryExhaustion.behind(broken).isPresent();
  }
}
