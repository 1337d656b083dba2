package org.separatrix.core.manifold;

import java.util.Arrays;

/**
 * A plane in the space of states: origin + u_1 first + u_2 second.
 *
 * @param origin a state of N components; copied
 * @param first a direction, N components; copied
 * @param second another direction, N components; copied
 */
public record PlanarSection(double[] origin, double[] first, double[] second)
    implements StartSection {
  /** Copies the vectors and checks their lengths. */
  public PlanarSection {
    origin = origin.clone();
    first = first.clone();
    second = second.clone();
    if (first.length != origin.length || second.length != origin.length) {
      throw new IllegalArgumentException(
          "a plane needs three vectors of one length, not %d, %d and %d"
              .formatted(origin.length, first.length, second.length));
    }
  }

  /**
   * Returns the states in which runs start in the plane of a function of two variables: all of them
   * for gradient descent, those with x_(-1) = x_0 for a method with one memory vector.
   *
   * @param map the map of a method on a function of two variables
   */
  public static PlanarSection ofStarts(MethodMap map) {
    check("variables", map.dimension());
    return ofStarts(map, new double[2], new double[] {1, 0}, new double[] {0, 1});
  }

  /**
   * Returns the states in which runs start in a plane of positions.
   *
   * @param map the map
   * @param position a position, d coordinates
   * @param first a direction, d coordinates
   * @param second another direction, d coordinates
   */
  public static PlanarSection ofStarts(
      MethodMap map, double[] position, double[] first, double[] second) {
    return new PlanarSection(map.resting(position), map.resting(first), map.resting(second));
  }

  /**
   * Returns the plane of all states, where they have two components.
   *
   * @param map the map of gradient descent in the plane, or of one memory vector on the line
   */
  public static PlanarSection ofStates(MethodMap map) {
    check("state components", map.size());
    return new PlanarSection(new double[2], new double[] {1, 0}, new double[] {0, 1});
  }

  private static void check(String what, int count) {
    if (count != 2) {
      throw new IllegalArgumentException(
          "there are %d %s, not 2.\nMaybe choose a plane among them.".formatted(count, what));
    }
  }

  @Override
  public double[] origin() {
    return origin.clone();
  }

  @Override
  public double[] first() {
    return first.clone();
  }

  @Override
  public double[] second() {
    return second.clone();
  }

  @Override
  public int size() {
    return 2;
  }

  @Override
  public double[][] directions() {
    return new double[][] {first(), second()};
  }

  /** Returns the state at a point (u_1, u_2), fresh. */
  @Override
  public double[] state(double... u) {
    double[] state = Arrays.copyOf(origin, origin.length);
    Vectors.add(state, u[0], first);
    Vectors.add(state, u[1], second);
    return state;
  }
}
