package org.separatrix.api.objective;

/**
 * An objective given by a formula, from which value, gradient and Hessian are derived exactly.
 *
 * <p>Plugins do not implement this: they ask a {@link FormulaCompiler} for it.
 */
public interface ClosedForm extends TwiceDifferentiable {
  /** Returns the text that defines this objective. */
  Formula formula();
}
