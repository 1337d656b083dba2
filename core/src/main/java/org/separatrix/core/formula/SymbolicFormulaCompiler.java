package org.separatrix.core.formula;

import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.api.objective.FormulaException;
import org.separatrix.api.objective.Landscape;
import org.separatrix.core.code.SourceCompiler;

/**
 * Compiles formulas by parsing them, writing sums and products out, and differentiating the
 * resulting expression symbolically.
 */
public final class SymbolicFormulaCompiler implements FormulaCompiler {
  /**
   * Largest size of a formula with its derivatives, about 300 MB; see {@link ExpressionPool#size}.
   */
  private static final long MAXIMAL_SIZE = 8_000_000;

  private final SourceCompiler sources;

  /** Creates a compiler that keeps no generated sources. */
  public SymbolicFormulaCompiler() {
    this(new SourceCompiler());
  }

  /**
   * Creates a compiler.
   *
   * @param sources compiles loops for the formulas that are evaluated a lot
   */
  public SymbolicFormulaCompiler(SourceCompiler sources) {
    this.sources = sources;
  }

  @Override
  public CompiledFormula compile(Formula formula, Landscape landscape) {
    checkDimension(formula, landscape);
    ExpressionPool pool = new ExpressionPool(MAXIMAL_SIZE);
    try {
      Expression value = Expansion.expand(formula, pool);
      return new CompiledFormula(formula, landscape, pool, value, sources);
    } catch (ExpressionTooLargeException tooLarge) {
      FormulaException exception =
          Problem.at(
              1,
              "written out with its gradient, %s.".formatted(tooLarge.getMessage()),
              "choose a smaller dimension.");
      exception.initCause(tooLarge);
      throw exception;
    }
  }

  @Override
  public CompiledFormula compile(Formula formula) {
    return compile(formula, Landscape.unknown());
  }

  private static void checkDimension(Formula formula, Landscape landscape) {
    int dimension = formula.dimension();
    landscape.domain().ifPresent(box -> check("the domain", box.dimension(), dimension));
    landscape
        .criticalPoints()
        .forEach(point -> check("a critical point", point.x().length, dimension));
  }

  private static void check(String what, int actual, int dimension) {
    if (actual != dimension) {
      throw new IllegalArgumentException(
          "%s has %d coordinates, the formula %d variables".formatted(what, actual, dimension));
    }
  }
}
