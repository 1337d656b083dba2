package org.separatrix.core.engine;

/** How the last lanes of a block move into the places of those that have left it. */
final class LaneMoves {
  private final int[] from;
  private final int[] to;
  private int count;

  LaneMoves(int capacity) {
    from = new int[capacity];
    to = new int[capacity];
  }

  /**
   * Finds the moves.
   *
   * @param gone lanes that have been left, ascending
   * @param leaving how many
   * @param lanes number of lanes in use before
   * @return number of lanes in use afterwards
   */
  int plan(int[] gone, int leaving, int lanes) {
    count = 0;
    int last = lanes - 1;
    // From the highest lane down, so that the one that moves into a gap is never gone itself.
    for (int n = leaving - 1; n >= 0; n--) {
      if (gone[n] != last) {
        from[count] = last;
        to[count++] = gone[n];
      }
      last--;
    }
    return lanes - leaving;
  }

  /** Moves the numbers of lanes. */
  void apply(double[] numbers) {
    for (int n = 0; n < count; n++) {
      numbers[to[n]] = numbers[from[n]];
    }
  }

  /** Moves the numbers of lanes. */
  void apply(long[] numbers) {
    for (int n = 0; n < count; n++) {
      numbers[to[n]] = numbers[from[n]];
    }
  }

  /** Moves what belongs to lanes. */
  <T> void apply(T[] things) {
    for (int n = 0; n < count; n++) {
      things[to[n]] = things[from[n]];
    }
  }
}
