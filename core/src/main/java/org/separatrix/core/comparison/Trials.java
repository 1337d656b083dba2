package org.separatrix.core.comparison;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Trials of one method towards one target: what each cost, in evaluations of the gradient, and
 * whether it came there. A trial that did not come there cost what it used until it was given up.
 *
 * <p>Source of the definitions: Hansen, Auger, Brockhoff, Tusar and Tusar, "COCO: Performance
 * Assessment", arXiv:1605.03560 (2016), sections 4 and 5.
 */
public final class Trials {
  private final double[] evaluations;
  private final boolean[] reached;
  private final int successes;

  /**
   * Collects trials.
   *
   * @param evaluations what each cost, positive and finite, at least one; copied
   * @param reached whether it reached the target, as many; copied
   */
  public Trials(double[] evaluations, boolean[] reached) {
    this(
        checked(evaluations, reached).clone(),
        reached.clone(),
        (int) IntStream.range(0, reached.length).filter(i -> reached[i]).count());
  }

  private Trials(double[] evaluations, boolean[] reached, int successes) {
    this.evaluations = evaluations;
    this.reached = reached;
    this.successes = successes;
  }

  private static double[] checked(double[] evaluations, boolean[] reached) {
    if (evaluations.length == 0 || evaluations.length != reached.length) {
      throw new IllegalArgumentException(
          "%d costs and %d outcomes".formatted(evaluations.length, reached.length));
    }
    for (double cost : evaluations) {
      if (!(cost > 0 && cost < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException("a trial that cost " + cost + " evaluations");
      }
    }
    return evaluations;
  }

  /** Returns how many trials there are. */
  public int size() {
    return evaluations.length;
  }

  /** Returns how many reached the target. */
  public int successes() {
    return successes;
  }

  /**
   * Returns what a trial cost.
   *
   * @param trial its index
   */
  public double evaluations(int trial) {
    return evaluations[trial];
  }

  /**
   * Tells whether a trial reached the target.
   *
   * @param trial its index
   */
  public boolean reached(int trial) {
    return reached[trial];
  }

  /**
   * Returns the expected running time of the method that is restarted until it reaches the target:
   * all evaluations of all trials, over the number of successes; infinite without a success.
   */
  public double expectedRunningTime() {
    return successes == 0
        ? Double.POSITIVE_INFINITY
        : IntStream.range(0, size()).mapToDouble(this::evaluations).sum() / successes;
  }

  /**
   * Returns the running time of one simulated restart: trials are drawn with replacement until one
   * reaches the target, and their costs added up; infinite without a success.
   *
   * @param random the draws
   */
  public double simulatedRunningTime(RandomGenerator random) {
    if (successes == 0) {
      return Double.POSITIVE_INFINITY;
    }
    double sum = 0;
    while (true) {
      int trial = random.nextInt(size());
      sum += evaluations[trial];
      if (reached[trial]) {
        return sum;
      }
    }
  }

  /**
   * Returns as many trials, drawn from these with replacement.
   *
   * @param random the draws
   */
  public Trials resampled(RandomGenerator random) {
    double[] costs = new double[size()];
    boolean[] outcomes = new boolean[size()];
    int reachedNow = 0;
    for (int i = 0; i < size(); i++) {
      int trial = random.nextInt(size());
      costs[i] = evaluations[trial];
      outcomes[i] = reached[trial];
      reachedNow += outcomes[i] ? 1 : 0;
    }
    return new Trials(costs, outcomes, reachedNow);
  }

  /**
   * Returns the expected running time of as many trials, drawn from these with replacement: that of
   * {@link #resampled}, without keeping the trials.
   *
   * @param random the draws
   */
  public double resampledExpectedRunningTime(RandomGenerator random) {
    double cost = 0;
    int reachedNow = 0;
    for (int i = 0; i < size(); i++) {
      int trial = random.nextInt(size());
      cost += evaluations[trial];
      reachedNow += reached[trial] ? 1 : 0;
    }
    return reachedNow == 0 ? Double.POSITIVE_INFINITY : cost / reachedNow;
  }
}
