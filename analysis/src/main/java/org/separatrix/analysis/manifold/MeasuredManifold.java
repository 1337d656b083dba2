package org.separatrix.analysis.manifold;

import java.util.Optional;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;

/**
 * The stable and unstable directions of a method's map at a critical point, measured.
 *
 * @param exponents Lyapunov exponents of the tangent map
 * @param leaving what runs along the unstable directions did
 * @param returning what runs along the stable directions did
 */
record MeasuredManifold(
    LyapunovExponents exponents, Perturbation.Outcome leaving, Perturbation.Outcome returning) {
  /** Displacement of the differences, relative to the mean side of the domain. */
  private static final double DIFFERENCE = 1e-5;

  /** Distance of the runs, relative to the mean side of the domain. */
  private static final double DISTANCE = 1e-7;

  /**
   * Measures.
   *
   * @param problem the objective
   * @param optimizer a deterministic method
   * @param point the critical point
   * @param laboratory gives the map
   * @return empty if the state space has more than {@value StableManifold#LARGEST} dimensions
   */
  static Optional<MeasuredManifold> at(
      Problem problem, Optimizer optimizer, CriticalPoint point, Laboratory laboratory) {
    StepMap map = laboratory.map(problem, optimizer);
    int m = map.dimension();
    if (m > StableManifold.LARGEST) {
      return Optional.empty();
    }
    double scale = problem.domain().diameter() / Math.sqrt(problem.dimension());
    double[] fixed = map.lift(point.x());
    SquareMatrix jacobian = TangentMap.at(map, fixed, DIFFERENCE * scale);
    String purpose = "tangent-frame/" + m;
    LyapunovExponents exponents = LyapunovExponents.of(jacobian, laboratory.random(purpose));
    if (!exponents.isDecided()) {
      return Optional.of(
          new MeasuredManifold(
              exponents, Perturbation.Outcome.TOO_SLOW, Perturbation.Outcome.TOO_SLOW));
    }
    LyapunovExponents transposed =
        LyapunovExponents.of(jacobian.transposed(), laboratory.random(purpose));
    Perturbation runs = new Perturbation(map, fixed, DISTANCE * scale);
    return Optional.of(
        new MeasuredManifold(
            exponents,
            runs.leave(exponents, exponents.positive()),
            runs.returns(jacobian, exponents, transposed, exponents.negative())));
  }

  int dimension() {
    return exponents.exponents().length;
  }

  int stable() {
    return exponents.negative();
  }

  int unstable() {
    return exponents.positive();
  }

  int undecided() {
    return dimension() - stable() - unstable();
  }

  /** Words what the runs did. */
  String describe() {
    if (undecided() > 0) {
      return undecided() + " exponents too near 0 to tell their sign";
    }
    if (stable() == 0) {
      return "runs beside the point " + left();
    }
    return "runs along it " + returned() + (unstable() == 0 ? "" : ", across it " + left());
  }

  private String returned() {
    return switch (returning) {
      case AS_EXPECTED -> "return";
      case OTHERWISE -> "do not all return";
      case TOO_SLOW -> "return too slowly to see";
    };
  }

  private String left() {
    return switch (leaving) {
      case AS_EXPECTED -> "leave";
      case OTHERWISE -> "do not all leave";
      case TOO_SLOW -> "leave too slowly to see";
    };
  }
}
