package org.separatrix.core.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.code.SourceCompiler;

/**
 * The Hessian of an expression, as those entries on and below the diagonal that do not vanish
 * identically.
 */
final class Hessian {
  private final int dimension;
  private final List<HessianEntry> entries;
  private final Tape tape;
  private final ExpressionPool pool;
  private final SourceCompiler compiler;
  private final ThreadLocal<double[]> results;
  private volatile @Nullable Tape product;

  private Hessian(
      ExpressionPool pool, int dimension, List<HessianEntry> entries, SourceCompiler compiler) {
    this.pool = pool;
    this.dimension = dimension;
    this.compiler = compiler;
    this.entries = List.copyOf(entries);
    tape =
        new Tape(
            ProgramCompiler.compile(
                dimension, entries.stream().map(HessianEntry::expression).toList()),
            compiler);
    results = ThreadLocal.withInitial(() -> new double[entries.size()]);
  }

  /**
   * Differentiates a gradient: row k with respect to the first k coordinates.
   *
   * @param pool the pool of the gradient, which receives the derivatives
   * @param gradient the partial derivatives, all of them
   * @param compiler compiles their evaluation
   */
  static Hessian derive(ExpressionPool pool, List<Expression> gradient, SourceCompiler compiler) {
    List<HessianEntry> entries = new ArrayList<>();
    for (int k = 0; k < gradient.size(); k++) {
      int row = k;
      Differentiation.partials(pool, gradient.get(k), k + 1)
          .forEach((column, entry) -> entries.add(new HessianEntry(row, column, entry)));
    }
    return new Hessian(pool, gradient.size(), entries, compiler);
  }

  /** Returns the coordinates of H(x) v as expressions in x and v, v behind x. */
  private List<Expression> product() {
    List<List<Expression>> terms = new ArrayList<>();
    List<Expression> vector = new ArrayList<>();
    for (int k = 0; k < dimension; k++) {
      terms.add(new ArrayList<>());
      vector.add(pool.variable(dimension + k, "v[" + (k + 1) + "]"));
    }
    for (HessianEntry entry : entries) {
      int row = entry.row();
      int column = entry.column();
      terms.get(row).add(pool.product(entry.expression(), vector.get(column)));
      if (row != column) {
        terms.get(column).add(pool.product(entry.expression(), vector.get(row)));
      }
    }
    return terms.stream().map(pool::sum).toList();
  }

  /** See {@link CompiledFormula#hessianProduct}. */
  void multiply(double[][] x, double[][] v, double[][] result, int lanes) {
    double[][] both = Arrays.copyOf(x, 2 * dimension);
    System.arraycopy(v, 0, both, dimension, dimension);
    productTape().evaluate(both, result, lanes);
  }

  private Tape productTape() {
    Tape known = product;
    if (known != null) {
      return known;
    }
    synchronized (pool) {
      Tape made = product;
      if (made == null) {
        made = new Tape(ProgramCompiler.compile(2 * dimension, product()), compiler);
        product = made;
      }
      return made;
    }
  }

  List<HessianEntry> entries() {
    return entries;
  }

  /**
   * Evaluates the Hessian.
   *
   * @param x the point, length d; not modified
   * @param h receives the symmetric matrix, {@code d x d}, every entry
   */
  void evaluate(double[] x, double[][] h) {
    double[] values = results.get();
    tape.evaluate(x, values);
    for (int i = 0; i < dimension; i++) {
      Arrays.fill(h[i], 0, dimension, 0);
    }
    for (int n = 0; n < values.length; n++) {
      HessianEntry entry = entries.get(n);
      h[entry.row()][entry.column()] = values[n];
      h[entry.column()][entry.row()] = values[n];
    }
  }

  /**
   * Evaluates the Hessian at each lane.
   *
   * @param x points, {@code d x lanes}; not modified
   * @param h receives the symmetric matrices, {@code d x d x lanes}, every entry
   * @param lanes number of points
   */
  void evaluate(double[][] x, double[][][] h, int lanes) {
    for (double[][] row : h) {
      for (double[] entry : row) {
        Arrays.fill(entry, 0, lanes, 0);
      }
    }
    double[][] values = new double[entries.size()][];
    for (int n = 0; n < values.length; n++) {
      values[n] = h[entries.get(n).row()][entries.get(n).column()];
    }
    tape.evaluate(x, values, lanes);
    for (HessianEntry entry : entries) {
      if (entry.row() != entry.column()) {
        System.arraycopy(
            h[entry.row()][entry.column()], 0, h[entry.column()][entry.row()], 0, lanes);
      }
    }
  }
}
