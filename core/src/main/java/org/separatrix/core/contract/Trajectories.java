package org.separatrix.core.contract;

import org.separatrix.api.analysis.Runs;

/** Compares runs bit for bit. */
final class Trajectories {
  private Trajectories() {}

  /** Tells whether consecutive runs agree in end, value, steps and termination. */
  static boolean agree(Runs a, int fromA, Runs b, int fromB, int count) {
    for (int i = 0; i < count; i++) {
      if (a.steps()[fromA + i] != b.steps()[fromB + i]
          || a.termination()[fromA + i] != b.termination()[fromB + i]
          || differ(a.value()[fromA + i], b.value()[fromB + i])) {
        return false;
      }
      for (int k = 0; k < a.dimension(); k++) {
        if (differ(a.end()[k][fromA + i], b.end()[k][fromB + i])) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean differ(double a, double b) {
    return Double.doubleToLongBits(a) != Double.doubleToLongBits(b);
  }
}
