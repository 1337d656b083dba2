package org.separatrix.api.analysis;

/**
 * How improbable an observation is if the prediction holds.
 *
 * @param pValue probability, if the prediction and its hypotheses hold, of an observation that
 *     deviates at least as much
 * @param adjusted the same, corrected for all tests of the study; the p-value itself before that
 */
public record Significance(double pValue, double adjusted) {
  /** Checks that both are probabilities and the correction did not lessen the p-value. */
  public Significance {
    if (!(pValue >= 0 && pValue <= adjusted && adjusted <= 1)) {
      throw new IllegalArgumentException(
          "p-value %s, adjusted to %s: 0 <= p-value <= adjusted <= 1 must hold"
              .formatted(pValue, adjusted));
    }
  }

  /**
   * Returns the significance of one test, before any correction.
   *
   * @param pValue its p-value, from 0 to 1
   */
  public static Significance of(double pValue) {
    return new Significance(pValue, pValue);
  }
}
