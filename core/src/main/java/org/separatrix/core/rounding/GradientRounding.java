package org.separatrix.core.rounding;

import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalVector;

/** Bounds of what a computed gradient is wrong by. */
@FunctionalInterface
public interface GradientRounding {
  /**
   * Returns, for each component, a bound of |computed - exact| at all doubles of a box.
   *
   * @param box d components
   * @return d numbers, infinite where nothing is known; fresh
   */
  double[] over(IntervalVector box);

  /** Returns the bounds for the gradient of a formula as Separatrix computes it. */
  static GradientRounding of(CompiledFormula formula) {
    return box -> RoundedProgram.run(formula.gradientProgram(), box).errorBounds();
  }
}
