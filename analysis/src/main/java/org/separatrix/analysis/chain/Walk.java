package org.separatrix.analysis.chain;

import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.extended.ExtendedGradient;
import org.separatrix.core.extended.ExtendedNumber;
import org.separatrix.core.extended.ExtendedRun;

/** A run of a deterministic method, step by step. */
interface Walk {
  /** Returns the position in doubles, length d, fresh. */
  double[] point();

  /** Tells whether a coordinate of the position is not 0 and below the range of normal doubles. */
  boolean isBelowDoubles();

  /** Takes one step. */
  void step();

  /** Tells whether this run goes on as in exact arithmetic where doubles underflow. */
  boolean isExtended();

  /** Tells whether a coordinate is not 0, but below the range of normal doubles. */
  static boolean underflows(double[] x) {
    for (double coordinate : x) {
      if (coordinate != 0 && Math.abs(coordinate) < Double.MIN_NORMAL) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether runs of a method on an objective can be followed in extended numbers. */
  static boolean canExtend(Problem problem, Optimizer optimizer) {
    return optimizer instanceof LinearMethod
        && ExtendedGradient.of(problem.objective()).isPresent();
  }

  /** Starts a run, in extended numbers if that can be. */
  static Walk start(Problem problem, Optimizer optimizer, double[] x, Laboratory laboratory) {
    return optimizer instanceof LinearMethod method && canExtend(problem, optimizer)
        ? new Extended(
            new ExtendedRun(ExtendedGradient.of(problem.objective()).orElseThrow(), method, x))
        : new InDoubles(laboratory.map(problem, optimizer), x);
  }

  /** A run in extended numbers. */
  record Extended(ExtendedRun run) implements Walk {
    @Override
    public double[] point() {
      return run.point();
    }

    @Override
    public boolean isBelowDoubles() {
      for (ExtendedNumber coordinate : run.position()) {
        if (coordinate.isBelowDoubles()) {
          return true;
        }
      }
      return false;
    }

    @Override
    public void step() {
      run.step();
    }

    @Override
    public boolean isExtended() {
      return true;
    }
  }

  /** A run in doubles. */
  final class InDoubles implements Walk {
    private final StepMap map;
    private double[] state;
    private double[] next;

    InDoubles(StepMap map, double[] x) {
      this.map = map;
      state = map.lift(x);
      next = new double[state.length];
    }

    @Override
    public double[] point() {
      return map.position(state);
    }

    @Override
    public boolean isBelowDoubles() {
      return underflows(point());
    }

    @Override
    public void step() {
      map.apply(state, next);
      double[] previous = state;
      state = next;
      next = previous;
    }

    @Override
    public boolean isExtended() {
      return false;
    }
  }
}
