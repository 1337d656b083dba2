package org.separatrix.core.interval;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.Expression;
import org.separatrix.core.formula.HessianEntry;

/**
 * Principal submatrices of a formula's Hessian over boxes, with their derivatives. Only the entries
 * of a block are evaluated, so a block of few coordinates is cheap in any dimension.
 */
final class HessianBlocks {
  private final CompiledFormula formula;
  private final Map<List<Integer>, Block> blocks = new ConcurrentHashMap<>();

  HessianBlocks(CompiledFormula formula) {
    this.formula = formula;
  }

  /** Encloses the entries of some rows and columns; says whether those entries are defined. */
  Enclosure<IntervalMatrix> over(IntervalVector box, int[] coordinates) {
    Block block = block(coordinates);
    NaturalExtension extension = new NaturalExtension(box);
    List<Interval> ranges = block.order.evaluate(extension);
    return new Enclosure<>(block.matrix(ranges), extension.isDefinedEverywhere());
  }

  /**
   * Encloses the derivatives of those entries by each of the coordinates. They have bounds where
   * the entries are differentiable throughout the box.
   */
  List<IntervalMatrix> derivatives(IntervalVector box, int[] coordinates) {
    Block block = block(coordinates);
    List<IntervalJet> jets = block.order.evaluate(new DifferentialExtension(box, 1, coordinates));
    List<IntervalMatrix> derivatives = new ArrayList<>(coordinates.length);
    for (int k = 0; k < coordinates.length; k++) {
      int direction = k;
      derivatives.add(block.matrix(jets.stream().map(jet -> jet.first(direction)).toList()));
    }
    return derivatives;
  }

  /**
   * Encloses the same derivatives by their mean-value form around the midpoint of the box in these
   * coordinates, intersected with what {@link #derivatives} gives. The box is bounded.
   */
  List<IntervalMatrix> meanValueDerivatives(IntervalVector box, int[] coordinates) {
    Block block = block(coordinates);
    int n = coordinates.length;
    IntervalVector center = box;
    Interval[] offsets = new Interval[n];
    for (int k = 0; k < n; k++) {
      Interval middle = Interval.point(box.get(coordinates[k]).midpoint());
      center = center.with(coordinates[k], middle);
      offsets[k] = box.get(coordinates[k]).minus(middle);
    }
    List<IntervalJet> middle =
        block.order.evaluate(new DifferentialExtension(center, 1, coordinates));
    List<IntervalJet> jets = block.order.evaluate(new DifferentialExtension(box, 2, coordinates));
    List<IntervalMatrix> derivatives = new ArrayList<>(n);
    for (int k = 0; k < n; k++) {
      List<Interval> ranges = new ArrayList<>(jets.size());
      for (int entry = 0; entry < jets.size(); entry++) {
        Interval form = middle.get(entry).first(k);
        for (int l = 0; l < n; l++) {
          Interval slope = jets.get(entry).second(Math.max(k, l), Math.min(k, l));
          form = form.plus(slope.times(offsets[l]));
        }
        Interval natural = jets.get(entry).first(k);
        ranges.add(form.isEmpty() ? natural : form.intersection(natural));
      }
      derivatives.add(block.matrix(ranges));
    }
    return derivatives;
  }

  private Block block(int[] coordinates) {
    return blocks.computeIfAbsent(
        Arrays.stream(coordinates).boxed().toList(), key -> select(coordinates));
  }

  private Block select(int[] coordinates) {
    Map<Integer, Integer> places = new HashMap<>();
    for (int i = 0; i < coordinates.length; i++) {
      places.put(coordinates[i], i);
    }
    List<Expression> expressions = new ArrayList<>();
    List<int[]> positions = new ArrayList<>();
    for (HessianEntry entry : formula.hessianExpressions()) {
      Integer row = places.get(entry.row());
      Integer column = places.get(entry.column());
      if (row != null && column != null) {
        expressions.add(entry.expression());
        positions.add(new int[] {row, column});
      }
    }
    return new Block(coordinates.length, EvaluationOrder.of(expressions), positions);
  }

  /**
   * The entries of a block that do not vanish identically.
   *
   * @param size number of its rows
   * @param order their values
   * @param positions row and column of each within the block
   */
  private record Block(int size, EvaluationOrder order, List<int[]> positions) {
    IntervalMatrix matrix(List<Interval> ranges) {
      Interval[][] matrix = new Interval[size][size];
      for (Interval[] row : matrix) {
        Arrays.fill(row, Interval.ZERO);
      }
      for (int n = 0; n < positions.size(); n++) {
        int row = positions.get(n)[0];
        int column = positions.get(n)[1];
        matrix[row][column] = ranges.get(n);
        matrix[column][row] = ranges.get(n);
      }
      return IntervalMatrix.of(matrix);
    }
  }
}
