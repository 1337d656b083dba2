package org.separatrix.analysis.precision;

import org.separatrix.analysis.hypothesis.TestedPoint;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.precision.Precision;

/**
 * A saddle under one method, of which findings are made.
 *
 * @param cell a cell with the method
 * @param census the points known
 * @param point the saddle, one of them
 * @param method the map that the method iterates, with a linearization
 */
record TestedSaddle(CellResult cell, Census census, CriticalPoint point, IteratedMap method)
    implements TestedPoint {
  /** Returns the distance in the unstable direction at which runs have left. */
  double radius() {
    return Nonlinearity.scale(census, point) / 8;
  }

  /** Returns the factor z by which the deviation in the unstable direction grows per step. */
  double growth() {
    return ComplexEigenvalues.of(method.linearization().orElseThrow().at(point.eigenvalues()[0]))
        .spectralRadius();
  }

  /** Returns how many steps let a rounding error in double precision grow to 1. */
  double stepsOfRounding() {
    return Precision.FLOAT64.digits() * Math.log(2) / Math.log(growth());
  }

  /** Returns what random numbers are drawn for, so that those for other things differ. */
  String purpose(String what) {
    return "precision/%s/%s/%s".formatted(cell.id(), point.id(), what);
  }
}
