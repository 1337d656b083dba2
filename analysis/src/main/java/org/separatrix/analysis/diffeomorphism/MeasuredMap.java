package org.separatrix.analysis.diffeomorphism;

import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;

/**
 * What is measured of the map of a method.
 *
 * @param jacobians its Jacobians at random states
 * @param pairs what it does to the distance of random states
 */
record MeasuredMap(JacobianSample jacobians, PairSample pairs) {

  /**
   * Measures.
   *
   * @param cell the objective, and names for the random numbers
   * @param method the method
   * @param stretch the predicted bound of the stretch
   * @param count number of pairs
   * @param laboratory gives the map and random numbers
   */
  static MeasuredMap of(
      CellResult cell, LinearMethod method, double stretch, int count, Laboratory laboratory) {
    Problem problem = cell.problem();
    Box domain = problem.domain();
    StepMap map = laboratory.map(problem, method);
    String purpose = "diffeomorphism/" + problem.name() + "/" + cell.optimizerName();
    RandomStates states = new RandomStates(method, domain, laboratory.random(purpose));
    return new MeasuredMap(
        JacobianSample.of(map, domain, states), PairSample.of(map, states, count, stretch));
  }

  /** Returns the least stretch that was seen, infinite if nothing was. */
  double leastStretch() {
    return Math.min(jacobians.leastStretch(), pairs.least());
  }

  /** Returns how often less than the predicted stretch was seen. */
  long below(double stretch) {
    return jacobians.below(stretch) + pairs.below();
  }
}
