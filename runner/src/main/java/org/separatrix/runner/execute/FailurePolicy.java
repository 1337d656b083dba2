package org.separatrix.runner.execute;

/**
 * What happens when a cell fails.
 *
 * @param keepsGoing whether the other cells are run
 * @param retries whether cells that failed earlier are tried again; without it, a run that keeps
 *     going leaves them out
 */
public record FailurePolicy(boolean keepsGoing, boolean retries) {
  /** Stops at the first failure. */
  public static final FailurePolicy FAIL_FAST = new FailurePolicy(false, true);
}
