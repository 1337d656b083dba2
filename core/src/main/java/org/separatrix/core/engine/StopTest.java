package org.separatrix.core.engine;

import org.jspecify.annotations.Nullable;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;

/**
 * Tests a {@link StopRule} on the lanes of a block.
 *
 * <p>Few lanes are done at any step, so all of them are screened first, with bounds that leave a
 * margin for rounding, underflow and overflow. Only the suspects are tested exactly.
 */
final class StopTest {
  private static final double MARGIN = 1e-11;

  private final StopRule rule;
  private final Bounds bounds;
  private final Screen screen;
  private final int[] suspects;

  /** Squared norms of gradients and positions, for suspects at least. */
  private final double[] slopes;

  private final double[] squares;

  /**
   * Prepares tests of the lanes of a block.
   *
   * @param rule the rule
   * @param block the block, whose marks it overwrites
   */
  StopTest(StopRule rule, Block block) {
    this.rule = rule;
    bounds = bounds(rule);
    screen = new Screen(bounds.low(), bounds.high(), block.marks());
    suspects = new int[block.capacity()];
    LaneArrays arrays = new LaneArrays(2, block.capacity());
    slopes = arrays.next();
    squares = arrays.next();
  }

  /**
   * Bounds within which no condition on norms holds.
   *
   * @param low what the squared norm of the gradient exceeds; 0 if there is no such condition
   * @param high what the squared norm of the position does not exceed
   */
  record Bounds(double low, double high) {}

  static Bounds bounds(StopRule rule) {
    double tolerance = rule.gradientTolerance();
    double radius = rule.divergenceRadius();
    double low =
        tolerance < 0 ? 0 : Math.max(tolerance * tolerance * (1 + MARGIN), Norm.LEAST_SQUARE);
    return new Bounds(low, Math.min(radius * radius * (1 - MARGIN), Norm.LARGEST_SQUARE));
  }

  /**
   * Finds the runs that are done. To be called once before each step.
   *
   * @param block the block, whose gradients belong to its positions
   * @param ends receives them
   */
  void find(Block block, Ends ends) {
    ends.clear();
    mark(block);
    int count = screen.marked(block.lanes(), suspects);
    LaneSquares.sum(block.gradient(), block.lanes(), suspects, count, slopes);
    LaneSquares.sum(block.position(), block.lanes(), suspects, count, squares);
    for (int n = 0; n < count; n++) {
      int lane = suspects[n];
      double gradient = Norm.of(slopes[lane], block.gradient(), lane);
      Termination reason = reason(block, lane, gradient, squares[lane]);
      if (reason != null) {
        ends.add(lane, reason, gradient);
      }
    }
  }

  private void mark(Block block) {
    screen.apply(block.gradient(), block.position(), block.lanes());
    if (rule.region().isPresent()) {
      rule.region().get().markOutside(block.position(), block.lanes(), block.marks());
    }
    for (int n = 0; n < block.stoppedCount(); n++) {
      screen.mark(block.stopped()[n]);
    }
    if (block.mayHaveTaken(rule.maxSteps())) {
      markSpent(block);
    }
  }

  /** Tells why a run is done, and returns null if it is not. */
  private @Nullable Termination reason(Block block, int lane, double gradient, double square) {
    if (!isFinite(square, block.position(), lane) || !isFinite(gradient, block.gradient(), lane)) {
      return Termination.NON_FINITE;
    }
    if (block.isStopped(lane)) {
      return Termination.STOPPED_BY_METHOD;
    }
    if (square >= bounds.high() && Norm.of(block.position(), lane) > rule.divergenceRadius()) {
      return Termination.DIVERGED;
    }
    if (rule.region().isPresent() && !rule.region().get().contains(block.position(), lane)) {
      return Termination.LEFT_DOMAIN;
    }
    if (gradient <= rule.gradientTolerance()) {
      return Termination.GRADIENT_TOLERANCE;
    }
    return block.steps(lane) >= rule.maxSteps() ? Termination.BUDGET : null;
  }

  private void markSpent(Block block) {
    for (int i = 0; i < block.lanes(); i++) {
      if (block.steps(i) >= rule.maxSteps()) {
        screen.mark(i);
      }
    }
  }

  /** Tells whether all coordinates are finite; nearly always their norm or its square tells. */
  private static boolean isFinite(double size, double[][] x, int lane) {
    if (size <= Norm.LARGEST_SQUARE) {
      return true;
    }
    for (double[] coordinate : x) {
      if (!Double.isFinite(coordinate[lane])) {
        return false;
      }
    }
    return true;
  }
}
