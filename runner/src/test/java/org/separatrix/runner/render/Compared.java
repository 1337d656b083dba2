package org.separatrix.runner.render;

import java.util.List;
import org.separatrix.runner.compare.Comparison;

/** Comparisons of optimizers on one problem, for tests of how they are shown. */
final class Compared {
  private Compared() {}

  /** Returns what optimizers need to make the gradient small. */
  static Comparison.Problem problem(List<Comparison.Cost> costs) {
    return new Comparison.Problem(
        "f", "box", "gradient-norm", "|grad f| <= 0.01", 0.01, 0.01, null, true, costs, List.of());
  }

  static List<String> optimizers(List<Comparison.Cost> costs) {
    return costs.stream().map(Comparison.Cost::optimizer).toList();
  }
}
