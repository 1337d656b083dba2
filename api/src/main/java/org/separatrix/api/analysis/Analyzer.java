package org.separatrix.api.analysis;

import java.util.List;

/**
 * Tests one prediction, or a family of them, on the result of a study. The analyzers and controls
 * of a study may work at the same time, each on a thread of its own.
 */
public interface Analyzer {
  /** Returns the predictions that this analyzer can answer. */
  List<Prediction> predictions();

  /**
   * Answers its predictions for every cell and critical point that they are about.
   *
   * @param result what the study measured
   * @param laboratory for experiments beyond it
   * @return one finding for each prediction, cell and point, and what to draw
   */
  Analysis analyze(StudyResult result, Laboratory laboratory);

  /**
   * Tells whether the verdicts allow for rounding in single precision. Where they do not, what
   * contradicts a prediction in a cell whose method computes in float32 is put down to rounding:
   * its hypotheses are not met. By default they do not.
   */
  default boolean allowsForSinglePrecision() {
    return false;
  }
}
