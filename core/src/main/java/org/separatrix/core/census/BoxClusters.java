package org.separatrix.core.census;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;

/**
 * Groups boxes that touch one another, or nearly: contraction may have left a gap between two parts
 * of what belongs together, which counts as none if it is at most half as wide as they are.
 *
 * <p>Only boxes in neighbouring cells of a grid are compared, whose cells are as wide as the widest
 * boxes in the coordinates along which the boxes spread most. Of more than {@value #COMPARED} boxes
 * none are compared: all in neighbouring cells make a group then.
 */
final class BoxClusters {
  private static final int COMPARED = 30_000;
  private static final double GAP = 0.25;
  private static final int AXES = 3;

  /** Cells in each of three coordinates, as many as a long can number. */
  private static final long CELLS = 1L << 20;

  private final List<IntervalVector> boxes;
  private final List<IntervalVector> inflated;
  private final int[] parent;
  private final int[] axes;
  private final double[] origin;
  private final double[] cell;

  private BoxClusters(List<IntervalVector> boxes) {
    this.boxes = boxes;
    inflated = boxes.stream().map(box -> box.inflated(GAP, 0)).toList();
    parent = new int[boxes.size()];
    Arrays.setAll(parent, i -> i);
    int d = boxes.get(0).dimension();
    origin = new double[d];
    cell = new double[d];
    double[] spread = new double[d];
    for (int k = 0; k < d; k++) {
      Interval all = Interval.EMPTY;
      for (IntervalVector box : inflated) {
        all = all.hull(box.get(k));
        cell[k] = Math.max(cell[k], box.get(k).width());
      }
      origin[k] = all.low();
      cell[k] = Math.max(cell[k], all.width() / CELLS);
      spread[k] = cell[k] > 0 ? all.width() / cell[k] : 0;
    }
    Integer[] order = new Integer[d];
    Arrays.setAll(order, k -> k);
    Arrays.sort(order, (k, l) -> Double.compare(spread[l], spread[k]));
    axes = Arrays.stream(order).limit(AXES).mapToInt(k -> k).toArray();
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
    Map<Long, List<Integer>> cells = new HashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      long home = cellOf(inflated.get(i));
      joinNeighbours(i, home, 0, cells);
      List<Integer> members = cells.computeIfAbsent(home, key -> new ArrayList<>());
      // If none are compared, one box stands for its cell.
      if (members.isEmpty() || isCompared()) {
        members.add(i);
      }
    }
    Map<Integer, List<IntervalVector>> groups = new LinkedHashMap<>();
    for (int i = 0; i < boxes.size(); i++) {
      groups.computeIfAbsent(root(i), root -> new ArrayList<>()).add(boxes.get(i));
    }
    return List.copyOf(groups.values());
  }

  /** Joins a box with those of all cells that differ from a cell by one from some axis on. */
  private void joinNeighbours(int box, long number, int axis, Map<Long, List<Integer>> cells) {
    if (axis == axes.length) {
      for (int other : cells.getOrDefault(number, List.of())) {
        int root = root(other);
        if (root != root(box) && (!isCompared() || touch(box, other))) {
          parent[root(box)] = root;
        }
      }
      return;
    }
    long step = step(axis);
    for (long shift = -step; shift <= step; shift += step) {
      joinNeighbours(box, number + shift, axis + 1, cells);
    }
  }

  private boolean isCompared() {
    return boxes.size() <= COMPARED;
  }

  private boolean touch(int box, int other) {
    return !inflated.get(box).intersection(inflated.get(other)).isEmpty();
  }

  /** Numbers start at 1 in each coordinate, so that neighbours do not wrap around. */
  private long cellOf(IntervalVector box) {
    long number = 0;
    for (int n = 0; n < axes.length; n++) {
      int k = axes[n];
      long index = cell[k] > 0 ? (long) ((box.get(k).low() - origin[k]) / cell[k]) : 0;
      number += (index + 1) * step(n);
    }
    return number;
  }

  private static long step(int axis) {
    return 1L << (21 * axis);
  }

  private int root(int i) {
    int root = i;
    while (parent[root] != root) {
      parent[root] = parent[parent[root]];
      root = parent[root];
    }
    return root;
  }
}
