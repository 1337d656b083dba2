package org.separatrix.core.region;

import java.util.OptionalDouble;
import java.util.function.DoublePredicate;

/** The largest radius for which a proof succeeds, by doubling or halving and then bisection. */
final class RadiusSearch {
  private static final int MOST_DOUBLINGS = 40;

  private RadiusSearch() {}

  /**
   * Searches.
   *
   * @param proof tells whether the proof succeeds at a radius; a success at a radius is one at all
   *     smaller ones as far as rounding allows, which only the quality of the result rests on
   * @param start the first radius, positive
   * @param least the smallest radius of interest
   * @param resolution the ratio to which a success and a failure are brought together
   * @return a radius at which it did succeed, or nothing
   */
  static OptionalDouble largest(
      DoublePredicate proof, double start, double least, double resolution) {
    double success = start;
    double failure = start;
    if (proof.test(start)) {
      do {
        success = failure;
        failure *= 2;
      } while (failure < start * 0x1p40 && proof.test(failure));
    } else {
      for (int i = 0; i <= MOST_DOUBLINGS; i++) {
        failure = success;
        success /= 2;
        if (success < least || i == MOST_DOUBLINGS) {
          return OptionalDouble.empty();
        }
        if (proof.test(success)) {
          break;
        }
      }
    }
    while (failure > resolution * success) {
      double middle = success + (failure - success) / 2;
      if (proof.test(middle)) {
        success = middle;
      } else {
        failure = middle;
      }
    }
    return OptionalDouble.of(success);
  }
}
