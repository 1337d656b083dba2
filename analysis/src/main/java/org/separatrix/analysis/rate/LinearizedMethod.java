package org.separatrix.analysis.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;

/**
 * A method with what predictions near a critical point need of it: that its step is a map, and the
 * map's linearization.
 *
 * @param optimizer the method
 * @param linearization of its step, if there is one
 * @param hypotheses whether these conditions hold
 */
public record LinearizedMethod(
    Optimizer optimizer, Optional<Linearization> linearization, List<Hypothesis> hypotheses) {

  /** Copies the list. */
  public LinearizedMethod {
    hypotheses = List.copyOf(hypotheses);
  }

  /**
   * Looks at a method.
   *
   * @param optimizer the method
   */
  public static LinearizedMethod of(Optimizer optimizer) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    boolean exact = optimizer instanceof LinearMethod;
    if (!optimizer.isDeterministic()) {
      hypotheses.add(
          new Hypothesis(
              "the step is a map",
              Status.VIOLATED,
              "the method draws random numbers, so equal states step to different ones; the law"
                  + " holds only between two draws"));
    }
    if (optimizer.linearization().isEmpty()) {
      hypotheses.add(
          new Hypothesis(
              "linearization known", Status.VIOLATED, "the method declares no linearization"));
    } else {
      hypotheses.add(
          new Hypothesis(
              "linearization known",
              exact ? Status.CERTIFIED : Status.DECLARED,
              exact ? "A + lambda B C of the method's own matrices" : "declared by the method"));
    }
    return new LinearizedMethod(optimizer, optimizer.linearization(), hypotheses);
  }

  /** Tells whether the conditions hold. */
  public boolean isUsable() {
    return hypotheses.stream().noneMatch(Hypothesis::isViolated);
  }
}
