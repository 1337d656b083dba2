package org.separatrix.api.optimizer;

import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.separatrix.api.random.LaneRandom;

/**
 * The state of a block of runs that advance together, one lane each.
 *
 * <p>Coordinate {@code k} of lane {@code i} stands at {@code [k][i]}. Arrays may be longer than the
 * number of lanes. Lanes are at different step numbers, because the engine puts new runs in the
 * place of finished ones between steps.
 */
public interface Iterates {
  /** Returns the number of lanes. */
  int lanes();

  /** Returns the number of coordinates d. */
  int dimension();

  /** Returns the positions, {@code d x lanes}; overwritten by the method. */
  double[][] position();

  /** Returns the gradients at the positions, {@code d x lanes}; read only. */
  double[][] gradient();

  /**
   * Returns a memory vector, {@code d x lanes}; overwritten by the method, kept between steps.
   *
   * @param index which one, from 0
   */
  double[][] memory(int index);

  /**
   * Returns a number of each run, {@code lanes}; overwritten by the method, kept between steps.
   *
   * @param index which one, from 0
   */
  double[] scalar(int index);

  /**
   * Returns an array for intermediate results, {@code lanes}; not kept between steps.
   *
   * @param index which one, from 0; any number of them may be asked for
   */
  double[] scratch(int index);

  /**
   * Returns how many steps a run has taken so far.
   *
   * @param lane the lane
   */
  long steps(int lane);

  /**
   * Returns random numbers for the coming step of a run. They are a function of the study's seed,
   * the objective, the start, the run number and the step number, so that taking a step again draws
   * the same numbers.
   *
   * @param lane the lane
   */
  RandomGenerator random(int lane);

  /**
   * Returns the random numbers for the coming step of all runs, to be drawn for all of them at once
   * and much faster: those of {@link #random(int)}, lane by lane. To be called at most once in a
   * step, and the result used in that step alone.
   */
  default LaneRandom random() {
    return LaneRandom.of(
        IntStream.range(0, lanes()).mapToObj(this::random).toArray(RandomGenerator[]::new));
  }

  /**
   * Ends a run after this step by the method's own criterion, at the position that the step leaves.
   *
   * @param lane the lane
   */
  void stop(int lane);
}
