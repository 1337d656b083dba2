package org.separatrix.core.interval;

import java.util.List;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Expression;

/**
 * Value, gradient and Hessian of a formula, enclosed over boxes.
 *
 * <p>What is enclosed are the real functions that the formula's {@linkplain Expression expressions}
 * stand for, whose coefficients are doubles. Numbers such as 0.1, 1/3 or pi are rounded when a
 * formula is read, and products of coefficients when it is differentiated. So the expressions of
 * the gradient may differ from the gradient of the value, and those of the Hessian from the
 * Jacobian of the gradient, in the last place of a coefficient; they do not if all coefficients and
 * their products are doubles, integers for example. Results of different expressions are therefore
 * never intersected here: the centered forms and {@link #jacobian} differentiate with intervals the
 * very expression that they enclose.
 *
 * <p>An expression that is undefined in a part of the box is enclosed where it is defined; see
 * {@link Enclosure}. Derivatives are those of f and count as undefined where f is, even if their
 * expressions have a value there, as 1/x does for the logarithm of a negative number. Threads can
 * share a formula.
 */
public final class IntervalFormula implements ThirdDerivatives {
  private final CompiledFormula formula;
  private final EvaluationOrder value;
  private final FormulaDerivatives derivatives;
  private final HessianBlocks hessian;

  /**
   * Prepares the evaluation.
   *
   * @param formula the formula; its Hessian is derived when first asked for
   */
  public IntervalFormula(CompiledFormula formula) {
    this.formula = formula;
    value = EvaluationOrder.of(List.of(formula.valueExpression()));
    derivatives = FormulaDerivatives.ofAllVariables(formula);
    hessian = new HessianBlocks(formula);
  }

  @Override
  public int dimension() {
    return formula.dimension();
  }

  /**
   * Encloses f by its natural extension: every operation replaced by its interval version.
   *
   * @param box d components
   */
  public Enclosure<Interval> value(IntervalVector box) {
    return natural(box);
  }

  /**
   * Encloses f by its mean-value form, f(c) + f'(X)(X - c) with the midpoint c, intersected with
   * the natural extension. Its excess width is of second order in the width of the box.
   *
   * @param box d components
   */
  public Enclosure<Interval> meanValue(IntervalVector box) {
    Enclosure<Interval> natural = natural(box);
    if (!isExpandable(natural, box)) {
      return natural;
    }
    Interval form = CenteredForms.ofFirstOrder(value, box).get(0);
    return new Enclosure<>(natural.range().intersection(form), true);
  }

  /**
   * Encloses f by its Taylor form of second order, f(c) + f'(c)(X - c) + (X - c)'f''(X)(X - c)/2
   * with the midpoint c, intersected with the natural extension.
   *
   * @param box d components
   */
  public Enclosure<Interval> secondOrder(IntervalVector box) {
    Enclosure<Interval> natural = value(box);
    if (!isExpandable(natural, box)) {
      return natural;
    }
    Interval form = CenteredForms.ofSecondOrder(value, box).get(0);
    return new Enclosure<>(natural.range().intersection(form), true);
  }

  /**
   * Encloses the gradient by the natural extension of its expressions, where f is defined.
   *
   * @param box d components
   */
  @Override
  public Enclosure<IntervalVector> gradient(IntervalVector box) {
    return derivatives.gradient(box);
  }

  /**
   * Encloses the gradient by the mean-value form of its expressions, intersected with their natural
   * extension.
   *
   * @param box d components
   */
  @Override
  public Enclosure<IntervalVector> meanValueGradient(IntervalVector box) {
    return derivatives.meanValueGradient(box);
  }

  /**
   * Encloses the Hessian by the natural extension of its expressions, a symmetric matrix.
   *
   * @param box d components
   * @throws IllegalStateException if the expressions are too large
   */
  @Override
  public Enclosure<IntervalMatrix> hessian(IntervalVector box) {
    return derivatives.hessian(box);
  }

  @Override
  public Enclosure<IntervalMatrix> hessian(IntervalVector box, int... coordinates) {
    check(box);
    Enclosure<IntervalMatrix> block = hessian.over(box, coordinates);
    return new Enclosure<>(
        block.range(), block.isDefinedEverywhere() && derivatives.isDefinedOver(box));
  }

  /**
   * Encloses derivatives of the Hessian by the rules of calculus with intervals, applied to its
   * expressions.
   *
   * @throws IllegalStateException if the expressions are too large
   */
  @Override
  public Enclosure<List<IntervalMatrix>> thirdDerivatives(IntervalVector box, int... coordinates) {
    check(box);
    return thirdDerivatives(hessian.derivatives(box, coordinates), box, coordinates);
  }

  @Override
  public Enclosure<List<IntervalMatrix>> meanValueThirdDerivatives(
      IntervalVector box, int... coordinates) {
    check(box);
    return box.isBounded() && !box.isEmpty()
        ? thirdDerivatives(hessian.meanValueDerivatives(box, coordinates), box, coordinates)
        : thirdDerivatives(box, coordinates);
  }

  private Enclosure<List<IntervalMatrix>> thirdDerivatives(
      List<IntervalMatrix> derivatives, IntervalVector box, int[] coordinates) {
    // The end of a root's domain, where there is none, has no bounded ones around it.
    boolean bounded =
        derivatives.stream().allMatch(matrix -> matrix.isBounded() && !matrix.isEmpty());
    return new Enclosure<>(
        derivatives,
        bounded
            && hessian.over(box, coordinates).isDefinedEverywhere()
            && this.derivatives.isDefinedOver(box));
  }

  /**
   * Encloses the Jacobian of the gradient's expressions, which differs from their Hessian in
   * nothing but rounded coefficients: the derivative of exactly those functions that {@link
   * #gradient} encloses, as Newton's method needs it. Often wider than {@link #hessian}, since
   * nothing is simplified; on small boxes hardly.
   *
   * @param box d components
   */
  @Override
  public Enclosure<IntervalMatrix> jacobian(IntervalVector box) {
    return derivatives.jacobian(box);
  }

  /**
   * Returns the blocks of variables that f does not mix: f is a sum of functions of one block each.
   * A single block of all variables if the expressions do not show that f is such a sum.
   */
  public List<FormulaBlock> blocks() {
    return SeparableParts.of(formula);
  }

  private Enclosure<Interval> natural(IntervalVector box) {
    check(box);
    NaturalExtension extension = new NaturalExtension(box);
    Interval range = value.evaluate(extension).get(0);
    return new Enclosure<>(range, extension.isDefinedEverywhere());
  }

  private static boolean isExpandable(Enclosure<?> natural, IntervalVector box) {
    return natural.isDefinedEverywhere() && box.isBounded() && !box.isEmpty();
  }

  private void check(IntervalVector box) {
    if (box.dimension() != dimension()) {
      throw new IllegalArgumentException(
          "the box has %d components, the formula %d variables"
              .formatted(box.dimension(), dimension()));
    }
  }
}
