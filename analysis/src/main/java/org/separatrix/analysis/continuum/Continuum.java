package org.separatrix.analysis.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import org.separatrix.analysis.degenerate.Kernel;
import org.separatrix.analysis.degenerate.ReducedGradient;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

/** The critical points of an objective that are not isolated. */
final class Continuum {
  /** Distances at which the reduced gradient must vanish, relative to the domain's diameter. */
  private static final double[] DISTANCES = {1e-2, 2e-3, 5e-4};

  private static final double VANISHING = 1e-9;

  private Continuum() {}

  /** Returns the points of a kind that lie on a continuum of critical points. */
  static List<CriticalPoint> points(Census census, Predicate<CriticalPoint> kind) {
    List<CriticalPoint> points = new ArrayList<>();
    for (CriticalPoint point : census.points()) {
      if (kind.test(point) && isFlat(census.problem(), point)) {
        points.add(point);
      }
    }
    return points;
  }

  /** Returns the hypothesis that there are such points. */
  static Hypothesis hypothesis(String name, List<CriticalPoint> points) {
    return new Hypothesis(
        name,
        points.isEmpty() ? Status.VIOLATED : Status.ESTIMATED,
        points.isEmpty()
            ? "none is known"
            : "the gradient vanishes along a curve through " + Numbers.point(points.get(0).x()));
  }

  /** Tells whether critical points go on in one direction of the Hessian's kernel. */
  private static boolean isFlat(Problem problem, CriticalPoint point) {
    Kernel kernel = Kernel.of(problem, point);
    double norm = Arrays.stream(point.eigenvalues()).map(Math::abs).max().orElseThrow();
    ReducedGradient reduced = new ReducedGradient(problem.objective(), kernel);
    for (int j = 0; j < kernel.dimension(); j++) {
      boolean flat = true;
      for (double distance : DISTANCES) {
        double r = distance * problem.domain().diameter();
        double[] y = new double[kernel.dimension()];
        y[j] = r;
        for (double component : reduced.at(y)) {
          flat &= Math.abs(component) <= VANISHING * norm * r;
        }
      }
      if (flat) {
        return true;
      }
    }
    return false;
  }
}
