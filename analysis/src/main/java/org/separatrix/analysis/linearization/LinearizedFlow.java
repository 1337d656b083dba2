package org.separatrix.analysis.linearization;

/**
 * What the linearization says of runs near a critical point, step by step. Displacements are in the
 * coordinates of the Hessian's eigenvectors.
 */
public interface LinearizedFlow {
  /** Units of rounding to which a step solves an equation. */
  double SOLVED = 8;

  /** Returns z_1, the largest modulus of the eigenvalues along the leading directions. */
  double leader();

  /** Returns the largest modulus of all other eigenvalues; 0 if there is none. */
  double follower();

  /** Returns the number of leading directions: 1, or more if eigenvalues are equal. */
  int leading();

  /** Returns the length of a displacement's part along the leading directions. */
  double along(double[] displacement);

  /** Returns the length of what is left of it. */
  double across(double[] displacement);

  /** Returns a bound on the norm of j steps relative to z_1^j, for every j. */
  double amplification();

  /** Returns by how much a change of the gradient changes the next state. */
  double gain();

  /** Returns a bound on the error of a step of the recursion, relative to the displacement. */
  double error();

  /** Tells whether it comes from differences of the step, which the method does not declare. */
  boolean isMeasured();

  /** Tells whether steps may take gradients at other points than the position. */
  boolean looksElsewhere();

  /**
   * Returns the recursion of a run.
   *
   * @param start its displacement; not modified
   */
  Recursion from(double[] start);

  /**
   * Returns how many times the rounding of an explicit step the rounding of a step may be. One that
   * takes gradients elsewhere may solve an equation: to {@value #SOLVED} units of rounding, which
   * are amplified as a displacement is.
   */
  default double rounding() {
    return looksElsewhere() ? SOLVED * Math.max(1, leader()) : 1;
  }

  /** Returns the factor by which the angle to the leading directions changes per step. */
  default double ratio() {
    return follower() / leader();
  }

  /** A run as the linearization has it. */
  interface Recursion {
    /** Returns the displacement, fresh. */
    double[] displacement();

    /** Takes a step. */
    void advance();
  }
}
