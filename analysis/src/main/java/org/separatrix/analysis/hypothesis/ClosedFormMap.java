package org.separatrix.analysis.hypothesis;

import java.util.Optional;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.manifold.MethodMap;

/**
 * The hypothesis that a method's map is known in closed form, so that it can be expanded in power
 * series: a method A, B, C on a formula.
 *
 * @param hypothesis the condition and how it is known
 * @param map the map; empty if the condition does not hold
 */
public record ClosedFormMap(Hypothesis hypothesis, Optional<MethodMap> map) {
  /** The name of this hypothesis. */
  public static final String NAME = "a method A, B, C on a formula";

  /**
   * Checks the hypothesis.
   *
   * @param objective the function
   * @param optimizer the method
   */
  public static ClosedFormMap of(Objective objective, Optimizer optimizer) {
    if (!(optimizer instanceof LinearMethod method)) {
      return violated("the method is not given by A, B and C");
    }
    if (objective instanceof CompiledFormula compiled) {
      return new ClosedFormMap(
          new Hypothesis(NAME, Status.CERTIFIED, "exact derivatives of every order"),
          Optional.of(new MethodMap(compiled, method)));
    }
    if (objective instanceof ClosedForm closed) {
      CompiledFormula compiled = new SymbolicFormulaCompiler().compile(closed.formula());
      return new ClosedFormMap(
          new Hypothesis(NAME, Status.DECLARED, "the formula that the objective declares"),
          Optional.of(new MethodMap(compiled, method)));
    }
    return violated("the objective is not given by a formula");
  }

  private static ClosedFormMap violated(String reason) {
    return new ClosedFormMap(new Hypothesis(NAME, Status.VIOLATED, reason), Optional.empty());
  }
}
