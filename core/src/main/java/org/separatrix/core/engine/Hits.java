package org.separatrix.core.engine;

import java.util.List;

/**
 * What consecutive runs cost until they reached each of several targets, or were given up. The
 * arrays belong to this object and are read only.
 *
 * @param gradients gradients evaluated, {@code [target][run]}, at least 1
 * @param values values that the method asked for, {@code [target][run]}
 * @param reached whether the run reached the target, {@code [target][run]}
 */
public record Hits(long[][] gradients, long[][] values, boolean[][] reached) {
  /** Puts the runs of several together, in this order; all have the same targets. */
  static Hits concatenation(List<Hits> chunks) {
    int targets = chunks.isEmpty() ? 0 : chunks.get(0).reached.length;
    int runs = chunks.stream().mapToInt(Hits::runs).sum();
    Hits all =
        new Hits(new long[targets][runs], new long[targets][runs], new boolean[targets][runs]);
    int from = 0;
    for (Hits chunk : chunks) {
      for (int t = 0; t < targets; t++) {
        System.arraycopy(chunk.gradients[t], 0, all.gradients[t], from, chunk.runs());
        System.arraycopy(chunk.values[t], 0, all.values[t], from, chunk.runs());
        System.arraycopy(chunk.reached[t], 0, all.reached[t], from, chunk.runs());
      }
      from += chunk.runs();
    }
    return all;
  }

  /** Returns the number of runs. */
  public int runs() {
    return reached.length == 0 ? 0 : reached[0].length;
  }
}
