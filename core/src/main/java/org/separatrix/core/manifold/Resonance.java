package org.separatrix.core.manifold;

/**
 * A resonance or near resonance mu^k = mu_j between the multipliers of one manifold. A term z^k of
 * the motion on the manifold cannot be removed then, or only with a large coefficient; it is kept
 * in the conjugate map.
 *
 * @param exponents the multi-index k, one exponent for each multiplier; copied
 * @param target the number j, from 0
 * @param product mu^k
 * @param multiplier mu_j
 * @param coefficient modulus of the coefficient of z^k that stays: 0 if the resonance does no harm
 */
public record Resonance(
    int[] exponents, int target, Multiplier product, Multiplier multiplier, double coefficient) {
  /** Copies the exponents. */
  public Resonance {
    exponents = exponents.clone();
  }

  @Override
  public int[] exponents() {
    return exponents.clone();
  }

  /** Returns |mu^k - mu_j|, 0 for an exact resonance. */
  public double gap() {
    return product.distance(multiplier);
  }

  /** Returns the relation, such as {@code mu1^2 = 0.64 is near mu2 = 0.64 (coefficient 0.1)}. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < exponents.length; i++) {
      if (exponents[i] > 0) {
        text.append(text.isEmpty() ? "mu" : " mu").append(i + 1);
        text.append(exponents[i] > 1 ? "^" + exponents[i] : "");
      }
    }
    return "%s = %s is near mu%d = %s (coefficient %.3g)"
        .formatted(text, product, target + 1, multiplier, coefficient);
  }
}
