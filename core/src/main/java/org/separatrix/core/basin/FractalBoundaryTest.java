package org.separatrix.core.basin;

import java.util.HashMap;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Tests whether a basin boundary is smooth at a scale (Puy, Daza, Wagemakers and Sanjuan, A test
 * for fractal boundaries based on the basin entropy, Communications in Nonlinear Science and
 * Numerical Simulation 95, 105588, 2021).
 *
 * <p>The boundary entropy of discs placed at random is compared with that of a straight line
 * between two basins, 0.4395093 in the plane; 0.224 r^-1.006 is what the cells of a disc of radius
 * r add to it.
 *
 * @param isSmooth whether the entropy is that of a smooth boundary, up to its standard error
 * @param boundaryEntropy mean over discs with more than one label
 * @param error its standard error
 */
public record FractalBoundaryTest(boolean isSmooth, double boundaryEntropy, double error) {
  private static final double SMOOTH = 0.4395093;
  private static final int FEWEST_DISCS = 100;

  /** So many discs without a boundary in them, for each wanted, end the search. */
  private static final int PATIENCE = 10_000;

  /**
   * Tests a raster.
   *
   * @param raster the labels
   * @param radius of the discs in cells, at least 1 and less than half of the raster's sides
   * @param discs how many discs with a boundary in them, at least 100
   * @param random places the discs
   * @throws IllegalArgumentException if the numbers are out of range, or no disc meets a boundary
   */
  public static FractalBoundaryTest of(
      LabelRaster raster, int radius, int discs, RandomGenerator random) {
    if (radius < 1 || 2 * radius >= Math.min(raster.width(), raster.height())) {
      throw new IllegalArgumentException(
          "discs of radius %d do not fit into %d x %d cells"
              .formatted(radius, raster.width(), raster.height()));
    }
    if (discs < FEWEST_DISCS) {
      throw new IllegalArgumentException(
          "%d discs are too few for statistics: at least %d".formatted(discs, FEWEST_DISCS));
    }
    double sum = 0;
    double squares = 0;
    int found = 0;
    for (long tried = 0; found < discs; tried++) {
      if (found == 0 && tried > PATIENCE) {
        throw new IllegalArgumentException("no disc of radius " + radius + " meets a boundary");
      }
      double x = radius + random.nextDouble() * (raster.width() - 2.0 * radius);
      double y = radius + random.nextDouble() * (raster.height() - 2.0 * radius);
      double entropy = entropy(raster, x, y, radius);
      if (entropy > 0) {
        found++;
        sum += entropy;
        squares += entropy * entropy;
      }
    }
    double mean = sum / found;
    double error = Math.sqrt(Math.max(0, squares / found - mean * mean) / found);
    double excess = 0.224 * Math.pow(radius, -1.006);
    boolean isSmooth = mean >= SMOOTH - error && mean <= SMOOTH + error + excess;
    return new FractalBoundaryTest(isSmooth, mean, error);
  }

  /** Entropy of the cells whose centres lie in a disc. */
  private static double entropy(LabelRaster raster, double x, double y, int radius) {
    Map<Integer, Integer> counts = new HashMap<>();
    int cells = 0;
    for (int j = (int) Math.floor(y - radius); j <= y + radius; j++) {
      for (int i = (int) Math.floor(x - radius); i <= x + radius; i++) {
        boolean isInside = Math.hypot(i + 0.5 - x, j + 0.5 - y) <= radius;
        if (isInside && i >= 0 && j >= 0 && i < raster.width() && j < raster.height()) {
          counts.merge(raster.label(i, j), 1, Integer::sum);
          cells++;
        }
      }
    }
    double entropy = 0;
    for (int count : counts.values()) {
      double share = (double) count / cells;
      entropy -= share * Math.log(share);
    }
    return counts.size() < 2 ? 0 : entropy;
  }
}
