package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * Groups boxes that touch one another, or nearly: contraction may have left a gap between two parts
 * of what belongs together, which counts as none if it is at most half as wide as they are.
 *
 * <p>Only boxes in neighbouring cells of a grid are compared, whose cells are as wide as the
 * inflated boxes in the coordinates along which the boxes spread most.
 */
final class BoxClusters {
  private static final double GAP = 0.25;
  private static final int AXES = 3;

  private final List<IntervalVector> boxes;
  private final List<IntervalVector> inflated;
  private final int[] parent;
  private final int[] axes;
  private final double[] cell;

  private BoxClusters(List<IntervalVector> boxes) {
    this.boxes = boxes;
    inflated = boxes.stream().map(box -> box.inflated(GAP, 0)).toList();
    parent = new int[boxes.size()];
    Arrays.setAll(parent, i -> i);
    double[] widest = widest();
    axes = axes(widest);
    cell = widest;
  }

  /**
   * Returns the groups, each in ascending order and the groups by their first boxes.
   *
   * @param boxes bounded boxes of one dimension
   */
  static List<List<IntervalVector>> of(List<IntervalVector> boxes) {
    List<IntervalVector> sorted = boxes.stream().sorted(BoxOrder.ASCENDING).distinct().toList();
    return sorted.isEmpty() ? List.of() : new BoxClusters(sorted).groups();
  }

  private List<List<IntervalVector>> groups() {
    Map<List<Long>, List<Integer>> cells = new HashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      List<Long> home = cellOf(inflated.get(i));
      joinNeighbours(i, home, 0, cells);
      cells.computeIfAbsent(home, key -> new ArrayList<>()).add(i);
    }
    Map<Integer, List<IntervalVector>> groups = new HashMap<>();
    List<List<IntervalVector>> ordered = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      int root = root(i);
      List<IntervalVector> group = groups.get(root);
      if (group == null) {
        group = new ArrayList<>();
        groups.put(root, group);
        ordered.add(group);
      }
      group.add(boxes.get(i));
    }
    return ordered;
  }

  /** Joins a box with those of all cells that differ from a cell by one from some axis on. */
  private void joinNeighbours(
      int box, List<Long> cellNumbers, int axis, Map<List<Long>, List<Integer>> cells) {
    if (axis == axes.length) {
      for (int other : cells.getOrDefault(cellNumbers, List.of())) {
        if (!inflated.get(box).intersection(inflated.get(other)).isEmpty()) {
          parent[root(box)] = root(other);
        }
      }
      return;
    }
    for (long step = -1; step <= 1; step++) {
      List<Long> shifted = new ArrayList<>(cellNumbers);
      shifted.set(axis, cellNumbers.get(axis) + step);
      joinNeighbours(box, shifted, axis + 1, cells);
    }
  }

  private List<Long> cellOf(IntervalVector box) {
    List<Long> numbers = new ArrayList<>(axes.length);
    for (int axis : axes) {
      numbers.add(cell[axis] > 0 ? (long) Math.floor(box.get(axis).low() / cell[axis]) : 0L);
    }
    return numbers;
  }

  private int root(int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }

  private double[] widest() {
    double[] widest = new double[boxes.get(0).dimension()];
    for (IntervalVector box : inflated) {
      for (int k = 0; k < widest.length; k++) {
        widest[k] = Math.max(widest[k], box.get(k).width());
      }
    }
    return widest;
  }

  private int[] axes(double[] widest) {
    double[] spread = new double[widest.length];
    for (int k = 0; k < widest.length; k++) {
      Interval all = Interval.EMPTY;
      for (IntervalVector box : inflated) {
        all = all.hull(box.get(k));
      }
      spread[k] = widest[k] > 0 ? all.width() / widest[k] : 0;
    }
    Integer[] order = new Integer[widest.length];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (k, l) -> Double.compare(spread[l], spread[k]));
    return Arrays.stream(order).limit(AXES).mapToInt(k -> k).toArray();
  }
}
