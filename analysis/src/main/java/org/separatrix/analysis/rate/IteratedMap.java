package org.separatrix.analysis.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;

/**
 * A method as what rates near a critical point suppose: one map, the same in every step, with a
 * known linearization.
 *
 * @param linearization of the map, if it is known
 * @param hypotheses whether these conditions hold
 */
public record IteratedMap(Optional<Linearization> linearization, List<Hypothesis> hypotheses) {

  /** Copies the list. */
  public IteratedMap {
    hypotheses = List.copyOf(hypotheses);
  }

  /**
   * Looks at a method.
   *
   * @param optimizer the method
   */
  public static IteratedMap of(Optimizer optimizer) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(LinearizedMethod.check(optimizer));
    if (!optimizer.isDeterministic()) {
      hypotheses.add(
          new Hypothesis(
              "no noise",
              Status.VIOLATED,
              "near a critical point the noise moves runs more than the map does"));
    }
    return new IteratedMap(optimizer.linearization(), hypotheses);
  }

  /**
   * Returns what is known without looking at a point: nothing of a deterministic method that
   * declares no linearization, since its step may have a derivative there.
   *
   * @param optimizer the method
   */
  public static List<Hypothesis> anywhere(Optimizer optimizer) {
    return optimizer.isDeterministic() && optimizer.linearization().isEmpty()
        ? List.of()
        : of(optimizer).hypotheses();
  }

  /** Tells whether the conditions hold. */
  public boolean isUsable() {
    return linearization.isPresent() && hypotheses.stream().noneMatch(Hypothesis::isViolated);
  }
}
