package org.separatrix.analysis.diffeomorphism;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;

/**
 * Holds det(A + lambda B C) against the determinants of measured Jacobians.
 *
 * <p>A determinant of d numbers of one sign is observed as their geometric mean, with their sign;
 * where the numbers may have both signs, as it is.
 */
final class DeterminantFinding {
  static final Prediction PREDICTION =
      new Prediction(
          "diffeomorphism",
          "If det(A + lambda B C) != 0 for all eigenvalues lambda of the Hessian on the domain, 1 -"
              + " alpha lambda for gradient descent with alpha < 1/L, the update is a local"
              + " diffeomorphism there: det of its Jacobian is a product of d such numbers.",
          "Lee, Simchowitz, Jordan and Recht (COLT 2016), Proposition 4.5; O'Neill and Wright"
              + " (2017) for heavy ball",
          List.of("the method is given by A, B and C", "det(A + lambda B C) != 0 on the domain"),
          "determinants of Jacobians by differences at random states",
          "contradicted if one lies outside the certified or declared range by more than the bound"
              + " of its own error; that bound is no probability, so nothing is left to chance",
          "A Jacobian by differences at a random state, or at a critical point if the method only"
              + " declares a linearization, with another determinant, its error allowed for.");

  private DeterminantFinding() {}

  static Finding of(CellResult cell, PredictedMap predicted, JacobianSample jacobians) {
    List<Hypothesis> hypotheses =
        List.of(LinearizedMethod.check(cell.optimizer()), predicted.hypothesis());
    int d = cell.problem().dimension();
    Map<String, Double> observed = new LinkedHashMap<>();
    boolean isInvertible = predicted.isInvertible();
    StringBuilder detail = new StringBuilder(isInvertible ? "|det|^(1/d)" : "det");
    if (isInvertible && predicted.determinant().isBounded()) {
      detail.append(" in %s predicted,".formatted(PredictedMap.text(predicted.determinant())));
    }
    double orientation = predicted.determinant().high() < 0 && d % 2 == 0 ? -1 : 1;
    double[] seen =
        jacobians.known().stream()
            .mapToDouble(
                each -> isInvertible ? orientation * each.perCoordinate(d) : each.perCoordinate(1))
            .sorted()
            .toArray();
    observed.put("states", (double) seen.length);
    if (seen.length == 0) {
      detail.append(" not measured");
    } else {
      observed.put("determinantLow", seen[0]);
      observed.put("determinantHigh", seen[seen.length - 1]);
      detail.append(
          " %s to %s at %s random states"
              .formatted(
                  Numbers.number(seen[0]),
                  Numbers.number(seen[seen.length - 1]),
                  Numbers.count(seen.length)));
    }
    long outside = isInvertible ? jacobians.outside(predicted.determinant(), d) : 0;
    if (outside > 0) {
      observed.put("outside", (double) outside);
      detail.append(", %s of them outside".formatted(Numbers.count(outside)));
    }
    return new Finding(
        PREDICTION.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        Optional.empty(),
        verdict(hypotheses, outside > 0, seen.length == 0),
        hypotheses,
        predictedNumbers(predicted),
        observed,
        detail.toString());
  }

  /**
   * Decides. What refutes an estimated hypothesis is no refutation of the theorem: an estimate of L
   * is only a lower bound.
   */
  static Verdict verdict(List<Hypothesis> hypotheses, boolean isRefuted, boolean isUnknown) {
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return Verdict.HYPOTHESES_NOT_MET;
    }
    boolean isEstimated = hypotheses.stream().anyMatch(each -> each.status() == Status.ESTIMATED);
    if (isRefuted) {
      return isEstimated ? Verdict.INCONCLUSIVE : Verdict.CONTRADICTED;
    }
    return isUnknown ? Verdict.INCONCLUSIVE : Verdict.CONSISTENT;
  }

  private static Map<String, Double> predictedNumbers(PredictedMap predicted) {
    Map<String, Double> numbers = new LinkedHashMap<>();
    if (predicted.determinant().isBounded()) {
      numbers.put("determinantLow", predicted.determinant().low());
      numbers.put("determinantHigh", predicted.determinant().high());
    }
    return numbers;
  }
}
