package org.separatrix.runner.plan;

import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;

/** The points of a box, its boundary included. */
final class Inside implements StopRule.Region {
  private final double[] low;
  private final double[] high;

  Inside(Box box) {
    low = box.low();
    high = box.high();
  }

  @Override
  public boolean contains(double[][] x, int lane) {
    for (int k = 0; k < low.length; k++) {
      if (!(x[k][lane] >= low[k] && x[k][lane] <= high[k])) {
        return false;
      }
    }
    return true;
  }
}
