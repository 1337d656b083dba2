package org.separatrix.runner.compare;

import java.util.List;

/**
 * How the optimizers of a study compare, and the running times that this rests on.
 *
 * @param times the running times
 * @param comparison what follows from them
 */
public record StudyComparison(List<RunningTimes> times, Comparison comparison) {
  /** Copies the list. */
  public StudyComparison {
    times = List.copyOf(times);
  }

  /**
   * Compares the optimizers of a study, whose run numbers pair their starts.
   *
   * @param measured the running times
   * @param seed of the study
   */
  public static StudyComparison of(Measurement measured, long seed) {
    return new StudyComparison(
        measured.times(),
        Comparing.compare(measured.times(), place -> true, seed, measured.remarks()));
  }
}
