package org.separatrix.core.critical;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Tells of ends of runs whether there is a minimum that the method goes to from there, without an
 * account of the minimum itself, for which a full census has no room.
 *
 * <p>Let s = H(x)^-1 g(x) be the Newton step at the end x. If H changes by no more than half its
 * lowest eigenvalue within 2|s| of x, then y - H(x)^-1 g(y) contracts there by 1/2, and has a fixed
 * point within 2|s|: a critical point at which H is positive definite. The change is looked at on
 * the line of the step, and as far as momentum may yet carry the run if that is farther.
 */
final class UnlistedMinima {
  /** Each end takes an eigenproblem, which above this takes too long for a whole ensemble. */
  static final int MOST_COORDINATES = 128;

  private final PointFunction function;
  private final Optimizer method;

  UnlistedMinima(PointFunction function, Optimizer method) {
    this.function = function;
    this.method = method;
  }

  /**
   * Tells whether a run that stopped goes to a strict minimum near its end.
   *
   * @param runs the run among others
   * @param i its index
   */
  boolean attract(Runs runs, int i) {
    double[] x = runs.endOf(i);
    if (x.length > MOST_COORDINATES) {
      return false;
    }
    function.checkCancelled();
    double[][] hessian = function.hessian(x);
    if (!PointFunction.isFinite(hessian)) {
      return false;
    }
    SymmetricEigen eigen = SymmetricEigen.of(hessian);
    return eigen.value(0) > function.hessianNoise(x, eigen.spectralNorm())
        && attract(runs, i, new ConvexPlace(x, hessian, eigen));
  }

  private boolean attract(Runs runs, int i, ConvexPlace place) {
    double[] step = newtonStep(place);
    double[] minimum = moved(place.x(), step, 1);
    LocalDynamics dynamics = LocalDynamics.atMinimum(minimum, place.eigen(), method);
    if (dynamics.hasUnstableDirection() || !function.isWithin(minimum, place.x(), Limits.NEAR)) {
      return false;
    }
    double reach = 2 * PointFunction.norm(step);
    List<double[]> lines = new ArrayList<>(List.of(step));
    if (dynamics.overshoot().isPresent()) {
      Overshoot overshoot = dynamics.overshoot().get();
      reach = Math.max(reach, overshoot.farthest(runs, i, minimum));
      lines.addAll(List.of(overshoot.deviations(runs, i, minimum)));
    }
    for (double[] line : lines) {
      double length = PointFunction.norm(line);
      if (length > 0 && !keepsCurvature(place, line, reach / length)) {
        return false;
      }
    }
    return true;
  }

  /** An end of a run where all eigenvalues of the Hessian are positive. */
  private record ConvexPlace(double[] x, double[][] hessian, SymmetricEigen eigen) {}

  private double[] newtonStep(ConvexPlace place) {
    double[] c = place.eigen().coefficients(function.gradient(place.x()));
    for (int j = 0; j < c.length; j++) {
      c[j] /= place.eigen().value(j);
    }
    return place.eigen().combination(c);
  }

  /** Tells whether the Hessian is nearly the same on a line, at a multiple of it to both sides. */
  private boolean keepsCurvature(ConvexPlace place, double[] line, double multiple) {
    return change(place, line, multiple) <= place.eigen().value(0) / 2
        && change(place, line, -multiple) <= place.eigen().value(0) / 2;
  }

  private double change(ConvexPlace place, double[] line, double multiple) {
    return Hessians.largestChange(
        place.hessian(), function.hessian(moved(place.x(), line, multiple)));
  }

  private static double[] moved(double[] x, double[] line, double multiple) {
    double[] moved = x.clone();
    for (int k = 0; k < moved.length; k++) {
      moved[k] = Math.fma(-multiple, line[k], moved[k]);
    }
    return moved;
  }
}
