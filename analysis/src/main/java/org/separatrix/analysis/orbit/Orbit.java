package org.separatrix.analysis.orbit;

import org.separatrix.api.analysis.StepMap;

/** The states of a run, one after the other. Not for use by several threads at once. */
public final class Orbit {
  private final StepMap map;
  private double[] state;
  private double[] next;

  /**
   * Begins at a state.
   *
   * @param map the step
   * @param state the state; not modified
   */
  public Orbit(StepMap map, double[] state) {
    this.map = map;
    this.state = state.clone();
    next = new double[state.length];
  }

  /**
   * Begins where a run starts.
   *
   * @param map the step
   * @param x the point; not modified
   */
  public static Orbit from(StepMap map, double[] x) {
    return new Orbit(map, map.lift(x));
  }

  /** Takes a step. */
  public void advance() {
    map.apply(state, next);
    double[] spare = state;
    state = next;
    next = spare;
  }

  /** Returns the state, to be read until the next step but one is taken. */
  public double[] state() {
    return state;
  }

  /** Returns the position, fresh. */
  public double[] position() {
    return map.position(state);
  }
}
