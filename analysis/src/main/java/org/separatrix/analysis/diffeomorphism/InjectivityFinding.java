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
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;

/** Holds the bound of injectivity against pairs of states, and looks for equal images beyond it. */
final class InjectivityFinding {
  static final Prediction PREDICTION =
      new Prediction(
          "injectivity",
          "If det(A + lambda B C) != 0 for all eigenvalues lambda of the Hessian on a convex domain,"
              + " |g(x) - g(y)| >= s |x - y| with s = min sigma_min(A + lambda B C) > 0, 1 - alpha L"
              + " for gradient descent, so that g is injective.",
          "Lee, Simchowitz, Jordan and Recht (COLT 2016), proof of Proposition 4.5; O'Neill and"
              + " Wright (2017) for heavy ball",
          List.of("the method is given by A, B and C", "det(A + lambda B C) != 0 on the domain"),
          "|g(x) - g(y)| / |x - y| at random pairs, the least singular value of Jacobians, and a"
              + " search for a proven collision",
          "contradicted if one is below the certified or declared bound by more than its rounding,"
              + " or a collision is proven; nothing is left to chance",
          "A pair of states, or a direction at one, that is shrunk by more than s, rounding allowed"
              + " for; or a proven pair p != q with g(p) = g(q).");

  private InjectivityFinding() {}

  static Finding of(
      CellResult cell, LinearMethod method, PredictedMap predicted, MeasuredMap measured) {
    Hypothesis hypothesis = predicted.injectivityHypothesis();
    List<Hypothesis> hypotheses = List.of(LinearizedMethod.check(method), hypothesis);
    boolean isProven = hypothesis.status() == Status.CERTIFIED;
    Optional<FoundCollision> collision =
        isProven ? Optional.empty() : FoundCollision.of(cell.problem(), method);
    double bound = hypothesis.isViolated() ? 0 : predicted.stretch();
    long below = measured.below(bound);
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("pairs", (double) measured.pairs().pairs());
    observed.put("stretch", measured.leastStretch());
    if (below > 0) {
      observed.put("below", (double) below);
    }
    collision.ifPresent(each -> each.observe(observed));
    return new Finding(
        PREDICTION.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        Optional.empty(),
        DeterminantFinding.verdict(
            hypotheses, below > 0 || collision.isPresent(), measured.pairs().pairs() == 0),
        hypotheses,
        hypothesis.isViolated() ? Map.of() : Map.of("stretch", bound),
        observed,
        detail(bound, below, measured, collision));
  }

  private static String detail(
      double bound, long below, MeasuredMap measured, Optional<FoundCollision> collision) {
    StringBuilder detail = new StringBuilder("|g(x) - g(y)|");
    if (bound > 0) {
      detail.append(" >= %s |x - y| predicted,".formatted(Numbers.number(bound)));
    }
    detail.append(
        " at least %s |x - y| at %s random pairs and %s Jacobians"
            .formatted(
                Numbers.number(measured.leastStretch()),
                Numbers.count(measured.pairs().pairs()),
                Numbers.count(measured.jacobians().jacobians().size())));
    if (below > 0) {
      detail.append(", %s of them below".formatted(Numbers.count(below)));
    }
    collision.ifPresent(each -> detail.append("; ").append(each.text()));
    return detail.toString();
  }
}
