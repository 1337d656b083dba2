package org.separatrix.core.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Expression;
import org.separatrix.core.formula.HessianEntry;

/**
 * The derivatives of a formula by some of its variables, those of a block that is independent of
 * the others, enclosed over boxes of those variables.
 */
final class FormulaDerivatives implements IntervalExtension {
  private final CompiledFormula formula;

  /** The number of a variable within the block; negative for those outside. */
  private final IntUnaryOperator component;

  private final int dimension;

  /** What f consists of as far as it might be undefined somewhere. */
  private final @Nullable EvaluationOrder partial;

  private final EvaluationOrder gradient;
  private volatile @Nullable HessianOrder hessian;

  private record HessianOrder(List<HessianEntry> entries, EvaluationOrder order) {}

  /**
   * Prepares the evaluation.
   *
   * @param formula the formula; its Hessian is derived when first asked for
   * @param variables the variables of the block, ascending; the partial derivatives by them depend
   *     on no others
   * @param partial terms of f in these variables: all that may be undefined somewhere
   */
  FormulaDerivatives(CompiledFormula formula, List<Integer> variables, List<Expression> partial) {
    this.formula = formula;
    component = variables::indexOf;
    dimension = variables.size();
    this.partial = partial.isEmpty() ? null : EvaluationOrder.of(partial, component);
    gradient =
        EvaluationOrder.of(
            variables.stream().map(formula.gradientExpressions()::get).toList(), component);
  }

  /** Prepares the evaluation of all derivatives of a formula. */
  static FormulaDerivatives ofAllVariables(CompiledFormula formula) {
    Expression value = formula.valueExpression();
    List<Integer> all = IntStream.range(0, formula.dimension()).boxed().toList();
    return new FormulaDerivatives(
        formula, all, value.isDefinedEverywhere() ? List.of() : List.of(value));
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  public Enclosure<IntervalVector> gradient(IntervalVector box) {
    return vector(natural(gradient, box));
  }

  @Override
  public Enclosure<IntervalVector> meanValueGradient(IntervalVector box) {
    Enclosure<List<Interval>> natural = natural(gradient, box);
    if (!natural.isDefinedEverywhere() || !box.isBounded() || box.isEmpty()) {
      return vector(natural);
    }
    List<Interval> ranges = CenteredForms.ofFirstOrder(gradient, box);
    for (int i = 0; i < ranges.size(); i++) {
      ranges.set(i, ranges.get(i).intersection(natural.range().get(i)));
    }
    return vector(new Enclosure<>(ranges, true));
  }

  @Override
  public Enclosure<IntervalMatrix> hessian(IntervalVector box) {
    HessianOrder expressions = hessianOrder();
    Enclosure<List<Interval>> natural = natural(expressions.order(), box);
    Interval[][] matrix = new Interval[dimension][dimension];
    for (Interval[] row : matrix) {
      Arrays.fill(row, Interval.ZERO);
    }
    for (int n = 0; n < expressions.entries().size(); n++) {
      HessianEntry entry = expressions.entries().get(n);
      matrix[entry.row()][entry.column()] = natural.range().get(n);
      matrix[entry.column()][entry.row()] = natural.range().get(n);
    }
    return new Enclosure<>(IntervalMatrix.of(matrix), natural.isDefinedEverywhere());
  }

  @Override
  public Enclosure<IntervalMatrix> jacobian(IntervalVector box) {
    boolean defined = natural(gradient, box).isDefinedEverywhere();
    List<IntervalJet> jets = gradient.evaluate(new DifferentialExtension(box, 1));
    Interval[][] matrix = new Interval[dimension][dimension];
    for (int row = 0; row < dimension; row++) {
      for (int column = 0; column < dimension; column++) {
        Interval entry = jets.get(row).first(column);
        matrix[row][column] = entry;
        // At the end of a root's domain there is no derivative, or it has no bounds around.
        defined &= entry.isBounded() && !entry.isEmpty();
      }
    }
    return new Enclosure<>(IntervalMatrix.of(matrix), defined);
  }

  /** Tells whether f and its gradient are defined throughout a box. */
  boolean isDefinedOver(IntervalVector box) {
    return partial == null || natural(gradient, box).isDefinedEverywhere();
  }

  private Enclosure<List<Interval>> natural(EvaluationOrder order, IntervalVector box) {
    if (box.dimension() != dimension) {
      throw new IllegalArgumentException(
          "the box has %d components, the formula %d variables"
              .formatted(box.dimension(), dimension));
    }
    NaturalExtension extension = new NaturalExtension(box);
    List<Interval> ranges = order.evaluate(extension);
    // No derivative where there is no function.
    if (partial != null && partial.evaluate(extension).stream().anyMatch(Interval::isEmpty)) {
      return new Enclosure<>(Collections.nCopies(ranges.size(), Interval.EMPTY), false);
    }
    return new Enclosure<>(ranges, extension.isDefinedEverywhere());
  }

  private static Enclosure<IntervalVector> vector(Enclosure<List<Interval>> enclosure) {
    return new Enclosure<>(
        IntervalVector.of(enclosure.range().toArray(Interval[]::new)),
        enclosure.isDefinedEverywhere());
  }

  private HessianOrder hessianOrder() {
    HessianOrder known = hessian;
    if (known == null) {
      // Two threads may both do it, with the same result.
      List<HessianEntry> entries = new ArrayList<>();
      for (HessianEntry entry : formula.hessianExpressions()) {
        int row = component.applyAsInt(entry.row());
        int column = component.applyAsInt(entry.column());
        if (row >= 0 && column >= 0) {
          entries.add(new HessianEntry(row, column, entry.expression()));
        }
      }
      EvaluationOrder order =
          EvaluationOrder.of(entries.stream().map(HessianEntry::expression).toList(), component);
      known = new HessianOrder(entries, order);
      hessian = known;
    }
    return known;
  }
}
