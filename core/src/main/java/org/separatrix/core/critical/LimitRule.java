package org.separatrix.core.critical;

import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.optimizer.Optimizer;

/** The rule by which a run that stopped near a point goes there, or is run on. Immutable. */
final class LimitRule {
  private final boolean deterministic;

  /** Whether memory moves runs by a law that is not known. */
  private final boolean rolls;

  private final double maxSteps;

  /**
   * Prepares the rule.
   *
   * @param optimizer the method of the runs
   * @param stop when they stop
   */
  LimitRule(Optimizer optimizer, StopRule stop) {
    deterministic = optimizer.isDeterministic();
    rolls = deterministic && optimizer.memory() > 0 && optimizer.linearization().isEmpty();
    maxSteps = (double) stop.maxSteps();
  }

  /** What is to be done about a run. */
  enum Decision {
    /** The run goes to the point. */
    LIMIT,
    /** The run must be run on. */
    RUN_ON,
    /** Nothing can be said. */
    UNRESOLVED
  }

  /**
   * A decision.
   *
   * @param decision what is to be done
   * @param steps for how many steps the run must be run on, by the linear law; 0 for a short while
   */
  record Judgement(Decision decision, double steps) {
    private static final Judgement LIMIT = new Judgement(Decision.LIMIT, 0);
    private static final Judgement UNRESOLVED = new Judgement(Decision.UNRESOLVED, 0);

    private static Judgement runOn(double steps) {
      return new Judgement(Decision.RUN_ON, steps);
    }
  }

  /** Tells whether nothing is left to chance: a component that is zero stays zero. */
  boolean isDeterministic() {
    return deterministic;
  }

  /** Tells whether a run ended at a place that may be near its limit. */
  static boolean stopped(Termination termination) {
    return switch (termination) {
      case GRADIENT_TOLERANCE, BUDGET, STOPPED_BY_METHOD -> true;
      case DIVERGED, LEFT_DOMAIN, NON_FINITE -> false;
    };
  }

  /**
   * Judges a run that stopped near a point.
   *
   * @param ends the run among others
   * @param i its index
   * @param anchor the point
   * @param linear whether the end is in the point's linear regime
   */
  Judgement judge(RunEnds ends, int i, Anchor anchor, boolean linear) {
    if (ends.termination(i) == Termination.BUDGET && !linear) {
      return Judgement.UNRESOLVED;
    }
    return anchor.dynamics().hasUnstableDirection()
        ? whereSomeDirectionExpands(ends, i, anchor)
        : whereNoneExpands(ends, i, anchor);
  }

  private Judgement whereSomeDirectionExpands(RunEnds ends, int i, Anchor anchor) {
    double steps = ends.stepsToLeave(i, anchor);
    if (!deterministic || steps < Double.POSITIVE_INFINITY) {
      return Judgement.runOn(steps);
    }
    return ends.termination(i) == Termination.BUDGET ? Judgement.UNRESOLVED : Judgement.LIMIT;
  }

  private Judgement whereNoneExpands(RunEnds ends, int i, Anchor anchor) {
    LocalDynamics dynamics = anchor.dynamics();
    boolean passing = !anchor.isRegular() && anchor.isHigherThan(ends.value(i));
    if (passing || dynamics.isMarginal()) {
      return Judgement.UNRESOLVED;
    }
    double rolling = ends.stepsToSettle(i, anchor);
    if (rolling > 0) {
      return Judgement.runOn(rolling);
    }
    if (ends.termination(i) != Termination.BUDGET) {
      // Points that fill a curve are judged by one of them, which may be far away.
      return rolls && anchor.isRegular() ? Judgement.runOn(0) : Judgement.LIMIT;
    }
    if (deterministic) {
      return dynamics.isAttracting() ? Judgement.LIMIT : Judgement.UNRESOLVED;
    }
    // Whether a random method without a linearization stays shows when it is run on.
    boolean mayStay = dynamics.isLinearized() ? dynamics.isAttracting() : anchor.isRegular();
    return mayStay
        ? Judgement.runOn(Math.min(dynamics.stepsToStay(), maxSteps))
        : Judgement.UNRESOLVED;
  }
}
