package org.separatrix.core.engine;

import org.jspecify.annotations.Nullable;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;

/**
 * Tests a {@link StopRule} on the lanes of a block.
 *
 * <p>Few lanes are done at any step, so all of them are screened first by a few vectorising loops.
 * With the squared norms p of the position and g of the gradient, the number |g - low| - (g - low)
 * + |high - p| - (high - p) is zero if g is at least low and p at most high; it is not zero
 * otherwise, also where something is infinite or not a number. Sums of four lanes are looked at one
 * by one. The bounds low and high leave a margin for rounding, underflow and overflow; the lanes
 * outside of them are tested exactly.
 */
final class StopTest {
  private static final double MARGIN = 1e-12;
  private static final int FOLDS = 4;

  private final StopRule rule;
  private final double low;
  private final double high;
  private final double[] gradientSquare;
  private final double[] positionSquare;
  private final double[] excess;
  private final double[] folded;
  private final int[] suspects;

  /** A number of steps that every lane of the block has left before its budget ends. */
  private long stepsLeft;

  StopTest(StopRule rule, int capacity) {
    this.rule = rule;
    double tolerance = rule.gradientTolerance();
    double radius = rule.divergenceRadius();
    low = tolerance < 0 ? 0 : Math.max(tolerance * tolerance * (1 + MARGIN), Norm.LEAST_SQUARE);
    high = Math.min(radius * radius * (1 - MARGIN), Norm.LARGEST_SQUARE);
    int length = Block.paddedLength(capacity + FOLDS);
    gradientSquare = new double[length];
    positionSquare = new double[length];
    excess = new double[length];
    folded = new double[length];
    suspects = new int[capacity];
  }

  /**
   * Looks for lanes that may be done. To be called once before each step.
   *
   * @param block the block, whose gradients belong to its positions; not modified
   * @return how many there are, for {@link #suspect}
   */
  int screen(Block block) {
    int lanes = block.lanes();
    Norm.squares(block.gradient(), gradientSquare, lanes);
    Norm.squares(block.position(), positionSquare, lanes);
    markExcess(gradientSquare, positionSquare, low, high, excess, lanes);
    if (rule.region().isPresent()) {
      markOutside(rule.region().get(), block);
    }
    if (block.anyStopped()) {
      markStopped(block);
    }
    if (stepsLeft > 0) {
      stepsLeft--;
    } else {
      markSpent(block);
    }
    return collect(lanes);
  }

  /**
   * Returns a lane that {@link #screen} found.
   *
   * @param index which one; the lanes ascend
   */
  int suspect(int index) {
    return suspects[index];
  }

  /** Tests a lane exactly, and returns why its run is done, or null if it is not. */
  @Nullable Termination test(Block block, int lane) {
    if (!isFinite(block.position(), lane) || !isFinite(block.gradient(), lane)) {
      return Termination.NON_FINITE;
    }
    if (block.isStopped(lane)) {
      return Termination.STOPPED_BY_METHOD;
    }
    if (Norm.of(block.position(), lane) > rule.divergenceRadius()) {
      return Termination.DIVERGED;
    }
    if (rule.region().isPresent() && !rule.region().get().contains(block.position(), lane)) {
      return Termination.LEFT_DOMAIN;
    }
    if (Norm.of(block.gradient(), lane) <= rule.gradientTolerance()) {
      return Termination.GRADIENT_TOLERANCE;
    }
    return block.steps(lane) >= rule.maxSteps() ? Termination.BUDGET : null;
  }

  private static void markExcess(
      double[] gradient, double[] position, double low, double high, double[] excess, int lanes) {
    for (int i = 0; i < lanes; i++) {
      double above = gradient[i] - low;
      double below = high - position[i];
      excess[i] = (Math.abs(above) - above) + (Math.abs(below) - below);
    }
  }

  private void markOutside(StopRule.Region region, Block block) {
    for (int i = 0; i < block.lanes(); i++) {
      if (!region.contains(block.position(), i)) {
        excess[i] = 1;
      }
    }
  }

  private void markStopped(Block block) {
    for (int i = 0; i < block.lanes(); i++) {
      if (block.isStopped(i)) {
        excess[i] = 1;
      }
    }
  }

  private void markSpent(Block block) {
    long most = 0;
    for (int i = 0; i < block.lanes(); i++) {
      if (block.steps(i) >= rule.maxSteps()) {
        excess[i] = 1;
      } else {
        most = Math.max(most, block.steps(i));
      }
    }
    stepsLeft = Math.max(0, rule.maxSteps() - most - 1);
  }

  private int collect(int lanes) {
    int quarter = (lanes + FOLDS - 1) / FOLDS;
    for (int i = lanes; i < FOLDS * quarter; i++) {
      excess[i] = 0;
    }
    fold(excess, folded, quarter);
    int found = 0;
    for (int j = 0; j < quarter; j++) {
      if (folded[j] != 0) {
        for (int lane = j; lane < lanes; lane += quarter) {
          if (excess[lane] != 0) {
            suspects[found++] = lane;
          }
        }
      }
    }
    return found;
  }

  private static void fold(double[] in, double[] out, int quarter) {
    int half = 2 * quarter;
    int threeQuarters = 3 * quarter;
    for (int j = 0; j < quarter; j++) {
      out[j] = (in[j] + in[j + quarter]) + (in[j + half] + in[j + threeQuarters]);
    }
  }

  private static boolean isFinite(double[][] x, int lane) {
    for (double[] coordinate : x) {
      if (!Double.isFinite(coordinate[lane])) {
        return false;
      }
    }
    return true;
  }
}
