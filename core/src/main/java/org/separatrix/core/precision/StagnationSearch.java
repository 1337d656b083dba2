package org.separatrix.core.precision;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.engine.StepMaps;

/**
 * Finds runs that used up their budget and would have used up any other, since rounding keeps them
 * from going on.
 *
 * <p>Each goes on for a few steps from the state in which it stopped, its memory included. If it
 * comes back to this state, bit by bit, it does so for ever; that this is rounding is seen from
 * moves of a few units in the last place of the largest coordinate. A method that draws random
 * numbers, or keeps numbers besides its vectors, is not looked at.
 */
public final class StagnationSearch {
  /** A multiple of the periods 1, 2, 3, 4 and 6, so that returns after these are seen. */
  private static final int STEPS = 12;

  private static final int MOST_ULPS = 8;

  private final Objective objective;
  private final Optimizer optimizer;
  private final double ulps;

  /**
   * Prepares searches, which serve several threads at once.
   *
   * @param objective the function
   * @param optimizer the method
   */
  public StagnationSearch(Objective objective, Optimizer optimizer) {
    this.objective = objective;
    this.optimizer = optimizer;
    ulps = MOST_ULPS * Math.scalb(1.0, 1 - Precision.of(optimizer).digits());
  }

  /**
   * Looks at some runs.
   *
   * @param runs the runs; not modified
   */
  public Stagnation among(Runs runs) {
    if (!optimizer.isDeterministic()
        || optimizer.scalars() > 0
        || runs.memory().length != optimizer.memory()) {
      return Stagnation.NONE;
    }
    Stagnation found = Stagnation.NONE;
    Optional<StepMap> map = Optional.empty();
    for (int i = 0; i < runs.size(); i++) {
      if (runs.termination()[i] == Termination.BUDGET) {
        map = map.or(() -> Optional.of(StepMaps.computed(objective, optimizer)));
        if (comesBack(map.get(), state(runs, i), runs.dimension())) {
          found = found.plus(new Stagnation(1, runs.gradientNorm()[i]));
        }
      }
    }
    return found;
  }

  private boolean comesBack(StepMap map, double[] state, int dimension) {
    double[] now = state.clone();
    double[] next = new double[state.length];
    for (int step = 0; step < STEPS; step++) {
      map.apply(now, next);
      if (!isNear(next, state, dimension)) {
        return false;
      }
      double[] before = now;
      now = next;
      next = before;
    }
    return Arrays.equals(now, state);
  }

  private boolean isNear(double[] state, double[] origin, int dimension) {
    double size = 0;
    double moved = 0;
    for (int k = 0; k < dimension; k++) {
      size = Math.max(size, Math.abs(origin[k]));
      moved = Math.max(moved, Math.abs(state[k] - origin[k]));
    }
    return moved <= ulps * size;
  }

  /** The position, and the memory vectors behind it. */
  private static double[] state(Runs runs, int index) {
    int d = runs.dimension();
    double[] state = new double[(1 + runs.memory().length) * d];
    for (int k = 0; k < d; k++) {
      state[k] = runs.end()[k][index];
      for (int j = 0; j < runs.memory().length; j++) {
        state[(1 + j) * d + k] = runs.memory()[j][k][index];
      }
    }
    return state;
  }
}
