package org.separatrix.runner.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.separatrix.runner.parts.StoredPart;

/**
 * Chooses, among parts that may overlap, such as those of two machines, some that do not, and that
 * have the most runs.
 */
final class Cover {
  private Cover() {}

  /**
   * Chooses parts.
   *
   * @param parts in any order
   * @return the chosen ones in the order of their runs
   */
  static List<StoredPart> of(List<StoredPart> parts) {
    List<StoredPart> byFirst = new ArrayList<>(parts);
    byFirst.sort(
        Comparator.<StoredPart>comparingLong(each -> each.part().first())
            .thenComparingLong(each -> each.part().end()));
    // From the last to the first: the most runs that can be had from here on.
    long[] runs = new long[byFirst.size() + 1];
    boolean[] taken = new boolean[byFirst.size()];
    int[] next = new int[byFirst.size()];
    for (int i = byFirst.size() - 1; i >= 0; i--) {
      long end = byFirst.get(i).part().end();
      next[i] = firstFrom(byFirst, end);
      long withThis = byFirst.get(i).part().runs() + runs[next[i]];
      taken[i] = withThis > runs[i + 1];
      runs[i] = Math.max(withThis, runs[i + 1]);
    }
    List<StoredPart> chosen = new ArrayList<>();
    for (int i = 0; i < byFirst.size(); i = taken[i] ? next[i] : i + 1) {
      if (taken[i]) {
        chosen.add(byFirst.get(i));
      }
    }
    return List.copyOf(chosen);
  }

  /** Returns the position of the first part that begins at a run or after it. */
  private static int firstFrom(List<StoredPart> byFirst, long run) {
    int low = 0;
    int high = byFirst.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byFirst.get(middle).part().first() < run) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
