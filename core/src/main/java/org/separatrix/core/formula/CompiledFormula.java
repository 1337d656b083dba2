package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.ClosedForm;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.core.code.SourceCompiler;

/**
 * An objective made of its formula: value, gradient and Hessian are evaluated from expressions that
 * were derived exactly.
 *
 * <p>The gradient is derived when this is made, the Hessian when it is first asked for, and only
 * its entries that do not vanish identically.
 */
public final class CompiledFormula implements ClosedForm {
  private final Formula formula;
  private final Landscape landscape;
  private final ExpressionPool pool;
  private final SourceCompiler compiler;
  private final Expression value;
  private final List<Expression> gradient;
  private final Tape valueTape;
  private final Tape gradientTape;
  private volatile @Nullable Hessian hessian;

  CompiledFormula(
      Formula formula,
      Landscape landscape,
      ExpressionPool pool,
      Expression value,
      SourceCompiler compiler) {
    this.formula = formula;
    this.landscape = landscape;
    this.pool = pool;
    this.compiler = compiler;
    this.value = value;
    int dimension = formula.dimension();
    SortedMap<Integer, Expression> partials = Differentiation.partials(pool, value, dimension);
    List<Expression> entries = new ArrayList<>(dimension);
    for (int k = 0; k < dimension; k++) {
      entries.add(partials.getOrDefault(k, pool.constant(0)));
    }
    gradient = List.copyOf(entries);
    valueTape = new Tape(ProgramCompiler.compile(dimension, List.of(value)), compiler);
    gradientTape = new Tape(ProgramCompiler.compile(dimension, gradient), compiler);
  }

  @Override
  public int dimension() {
    return formula.dimension();
  }

  @Override
  public Formula formula() {
    return formula;
  }

  @Override
  public Landscape landscape() {
    return landscape;
  }

  @Override
  public void value(double[][] x, double[] f, int lanes) {
    valueTape.evaluate(x, f, lanes);
  }

  @Override
  public void gradient(double[][] x, double[][] g, int lanes) {
    gradientTape.evaluate(x, g, lanes);
  }

  @Override
  public void hessian(double[] x, double[][] h) {
    derivedHessian().evaluate(x, h);
  }

  @Override
  public void hessian(double[][] x, double[][][] h, int lanes) {
    derivedHessian().evaluate(x, h, lanes);
  }

  /** Returns what compiles loops for this formula. */
  public SourceCompiler sources() {
    return compiler;
  }

  /** Returns the program that computes the gradient at a point. */
  public Program gradientProgram() {
    return gradientTape.program();
  }

  /** Returns f as an expression in the coordinates. */
  public Expression valueExpression() {
    return value;
  }

  /** Returns the partial derivatives, d of them. */
  public List<Expression> gradientExpressions() {
    return gradient;
  }

  /**
   * Returns the entries of the Hessian on and below the diagonal that do not vanish identically, by
   * row and column. Derives them if this was not done before.
   *
   * @throws IllegalStateException if they are too large
   */
  public List<HessianEntry> hessianExpressions() {
    return derivedHessian().entries();
  }

  /**
   * Multiplies the Hessian at each lane's point by that lane's vector.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param v vectors, {@code d x lanes}; not modified
   * @param product receives H(x) v, {@code d x lanes}; shares no array with the others
   * @param lanes number of points
   * @throws IllegalStateException if the Hessian is too large
   */
  public void hessianProduct(double[][] x, double[][] v, double[][] product, int lanes) {
    derivedHessian().multiply(x, v, product, lanes);
  }

  private Hessian derivedHessian() {
    Hessian known = hessian;
    if (known != null) {
      return known;
    }
    synchronized (pool) {
      Hessian derived = hessian;
      if (derived == null) {
        derived = derive();
        hessian = derived;
      }
      return derived;
    }
  }

  private Hessian derive() {
    try {
      return Hessian.derive(pool, gradient, compiler);
    } catch (ExpressionTooLargeException tooLarge) {
      throw new IllegalStateException(
          "the Hessian of a formula in %d variables is too large: %s.\n"
                  .formatted(dimension(), tooLarge.getMessage())
              + "Maybe choose a smaller dimension.",
          tooLarge);
    }
  }
}
