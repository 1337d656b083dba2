package org.separatrix.core.region;

/**
 * How close to the largest provable region a search comes. Regions are proven in any case, thorough
 * ones are larger.
 *
 * @param resolution ratio of the smallest radius that failed to the one that is returned, above 1
 * @param parts into how many parts a ball is cut at most before a proof is given up, in up to three
 *     dimensions
 */
public record Thoroughness(double resolution, int parts) {
  /** Comes within half a percent of the largest radius, in seconds for each point. */
  public static final Thoroughness FULL = new Thoroughness(1.005, 4000);

  /**
   * Comes within a quarter, in milliseconds: enough for ends of runs, which lie far inside of a
   * region or far outside.
   */
  public static final Thoroughness QUICK = new Thoroughness(1.25, 64);

  /** Beyond three dimensions parts help little. */
  private static final int PARTS_IN_SPACE = 200;

  /** Checks the ranges. */
  public Thoroughness {
    if (!(resolution > 1) || parts < 1) {
      throw new IllegalArgumentException(
          "the resolution %s must exceed 1, and the number of parts %d be positive"
              .formatted(resolution, parts));
    }
  }

  /** Returns the number of parts in a dimension. */
  int parts(int dimension) {
    return dimension > 3 ? Math.min(parts, PARTS_IN_SPACE) : parts;
  }
}
