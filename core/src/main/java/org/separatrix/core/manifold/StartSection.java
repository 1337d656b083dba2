package org.separatrix.core.manifold;

/**
 * States among which a curve of starts is followed: origin + sum u_j v_j, of as many dimensions as
 * the curve needs, one more than there are unstable directions.
 */
public interface StartSection {
  /** Returns the number of coordinates u_j. */
  int size();

  /**
   * Returns the state at a point, fresh.
   *
   * @param u its coordinates; not modified
   */
  double[] state(double... u);

  /** Returns the directions v_j, as many rows of N components, fresh. */
  double[][] directions();

  /**
   * Returns all states in which runs start, v (x) x: the coordinates are those of the position.
   *
   * @param map the map of a method
   */
  static StartSection everywhere(MethodMap map) {
    return new StartSection() {
      @Override
      public int size() {
        return map.dimension();
      }

      @Override
      public double[] state(double... u) {
        return map.resting(u);
      }

      @Override
      public double[][] directions() {
        double[][] directions = new double[size()][];
        for (int k = 0; k < directions.length; k++) {
          double[] unit = new double[size()];
          unit[k] = 1;
          directions[k] = map.resting(unit);
        }
        return directions;
      }
    };
  }
}
