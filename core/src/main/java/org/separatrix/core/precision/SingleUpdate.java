package org.separatrix.core.precision;

import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;

/** The update xi -&gt; A xi + B g of a linear method in single precision. */
final class SingleUpdate {
  private final float[][] a;
  private final float[] b;
  private final float[] c;
  private final boolean positionIsState;

  SingleUpdate(LinearMethod method) {
    a = new float[method.a().length][];
    for (int i = 0; i < a.length; i++) {
      a[i] = rounded(method.a()[i]);
    }
    b = rounded(method.b());
    c = rounded(method.c());
    positionIsState = method.memory() < b.length;
  }

  void step(Iterates block, double[][] slope) {
    int n = b.length;
    float[] state = new float[n];
    for (int k = 0; k < block.dimension(); k++) {
      for (int i = 0; i < block.lanes(); i++) {
        for (int j = 0; j < n; j++) {
          state[j] = (float) vector(block, j)[k][i];
        }
        float[] next = next(state, (float) slope[k][i]);
        for (int j = 0; j < n; j++) {
          vector(block, j)[k][i] = next[j];
        }
        if (!positionIsState) {
          block.position()[k][i] = combined(c, next, 0, 0);
        }
      }
    }
  }

  private double[][] vector(Iterates block, int j) {
    if (!positionIsState) {
      return block.memory(j);
    }
    return j == 0 ? block.position() : block.memory(j - 1);
  }

  private float[] next(float[] state, float slope) {
    float[] next = new float[state.length];
    for (int i = 0; i < next.length; i++) {
      next[i] = combined(a[i], state, b[i], slope);
    }
    return next;
  }

  /**
   * row . state + factor slope, in the order and with the fused operations of the double update.
   */
  private static float combined(float[] row, float[] state, float factor, float slope) {
    float sum = row[0] * state[0];
    if (factor != 0) {
      sum = Math.fma(factor, slope, sum);
    }
    for (int j = 1; j < row.length; j++) {
      if (row[j] != 0) {
        sum = Math.fma(row[j], state[j], sum);
      }
    }
    return sum;
  }

  private static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
