package org.separatrix.analysis.diffeomorphism;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.LUDecomposition;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.linearization.MeasuredJacobian;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;

/**
 * Holds the linearization that a method declares against the Jacobian of its step, at the critical
 * points in the domain: elsewhere it says nothing.
 */
final class DeclaredDeterminant {
  private static final String NAME = "det of the declared linearization != 0";

  /** A determinant this small beside the product of its rows' norms may be zero. */
  private static final double NEGLIGIBLE = 1e-9;

  /** For the error of eigenvalues that were found numerically. */
  private static final double RELATIVE = 1e-4;

  private DeclaredDeterminant() {}

  static Finding finding(CellResult cell, Census census, Laboratory laboratory) {
    Optimizer optimizer = cell.optimizer();
    List<CriticalPoint> points =
        census.points().stream()
            .filter(point -> cell.problem().domain().contains(point.x()))
            .toList();
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(LinearizedMethod.check(optimizer));
    Optional<Linearization> linearization = optimizer.linearization();
    linearization.ifPresent(each -> hypotheses.add(invertible(each, points)));
    boolean isMeasurable =
        linearization.isPresent() && optimizer.isDeterministic() && optimizer.scalars() == 0;
    int compared = 0;
    int different = 0;
    for (CriticalPoint point : isMeasurable ? points : List.<CriticalPoint>of()) {
      StepMap map = laboratory.map(cell.problem(), optimizer);
      double[] steps = JacobianSample.steps(cell.problem().domain(), map.dimension());
      Optional<MeasuredJacobian> jacobian =
          MeasuredJacobian.of(map, map.lift(point.x()), steps).filter(MeasuredJacobian::isKnown);
      if (jacobian.isPresent()) {
        compared++;
        different += differs(jacobian.get(), linearization.get(), point) ? 1 : 0;
      }
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("points", (double) compared);
    observed.put("different", (double) different);
    String detail =
        isMeasurable
            ? "det of the step differs from the declared at %s of %s critical points"
                .formatted(Numbers.count(different), Numbers.count(compared))
            : "no map to measure: " + (linearization.isEmpty() ? "not linearized" : "it has noise");
    return new Finding(
        DeterminantFinding.PREDICTION.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        Optional.empty(),
        DeterminantFinding.verdict(hypotheses, different > 0, compared == 0),
        hypotheses,
        Map.of("different", 0.0),
        observed,
        detail);
  }

  private static Hypothesis invertible(Linearization declared, List<CriticalPoint> points) {
    double least = Double.POSITIVE_INFINITY;
    for (CriticalPoint point : points) {
      for (double lambda : point.eigenvalues()) {
        double[][] block = declared.at(lambda);
        double size = 1;
        for (double[] row : block) {
          double norm = 0;
          for (double entry : row) {
            norm = Math.hypot(norm, entry);
          }
          size *= Math.max(1, norm);
        }
        least = Math.min(least, Math.abs(determinant(block)) / size);
      }
    }
    String detail =
        "at %s in the domain".formatted(Numbers.plural(points.size(), "critical point"));
    return new Hypothesis(NAME, least > NEGLIGIBLE ? Status.DECLARED : Status.VIOLATED, detail);
  }

  private static boolean differs(
      MeasuredJacobian measured, Linearization declared, CriticalPoint point) {
    double sign = 1;
    double logarithm = 0;
    for (double lambda : point.eigenvalues()) {
      double determinant = determinant(declared.at(lambda));
      sign *= Math.signum(determinant);
      logarithm += Math.log(Math.abs(determinant));
    }
    int d = point.eigenvalues().length;
    double factor = Math.exp(logarithm / d);
    return measured.contradicts(sign, factor * (1 - RELATIVE), factor * (1 + RELATIVE), d);
  }

  private static double determinant(double[][] block) {
    return new LUDecomposition(new Array2DRowRealMatrix(block)).getDeterminant();
  }
}
