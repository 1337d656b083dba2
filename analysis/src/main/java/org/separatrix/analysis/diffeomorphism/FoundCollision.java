package org.separatrix.analysis.diffeomorphism;

import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.region.Collision;
import org.separatrix.core.region.CollisionSearch;

/** A proven pair of points that gradient descent takes to the same place, g(p) = g(q). */
record FoundCollision(Collision pair) {
  private static final int MOST_DIMENSIONS = 3;
  private static final int DIGITS = 8;

  /**
   * Looks for a pair in the domain, in up to 3 dimensions.
   *
   * @return empty if none was found, or the method is not gradient descent, or the objective has no
   *     interval extension
   */
  static Optional<FoundCollision> of(Problem problem, LinearMethod method) {
    if (!isGradientDescent(method) || problem.dimension() > MOST_DIMENSIONS) {
      return Optional.empty();
    }
    return Certifier.of(problem.objective(), problem.domain(), Effort.standard())
        .flatMap(each -> new CollisionSearch(each.extension(), -method.b()[0]).in(each.domain()))
        .map(FoundCollision::new);
  }

  private static boolean isGradientDescent(LinearMethod method) {
    return method.isGradientStep() && method.b()[0] < 0;
  }

  /** Puts the coordinates of both points, p1, p2, ... and q1, q2, ... */
  void observe(Map<String, Double> observed) {
    observe("p", pair.p(), observed);
    observe("q", pair.q(), observed);
  }

  private static void observe(String name, IntervalVector box, Map<String, Double> observed) {
    double[] point = box.midpoint();
    for (int k = 0; k < point.length; k++) {
      observed.put(name + (k + 1), point[k]);
    }
  }

  /** Says what is proven. */
  String text() {
    return "proven: g(p) = g(q) at p = %s, q = %s".formatted(text(pair.p()), text(pair.q()));
  }

  private static String text(IntervalVector box) {
    StringBuilder text = new StringBuilder("(");
    double[] point = box.midpoint();
    for (int k = 0; k < point.length; k++) {
      text.append(k == 0 ? "" : ", ").append(Numbers.number(point[k], DIGITS));
    }
    return text.append(")").toString();
  }
}
