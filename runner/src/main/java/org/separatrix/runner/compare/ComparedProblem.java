package org.separatrix.runner.compare;

/**
 * What optimizers are compared on.
 *
 * @param objective name of the objective
 * @param start name of the start
 * @param dimension number of coordinates
 * @param target what the runs are to reach
 */
public record ComparedProblem(
    String objective, String start, int dimension, ComparedTarget target) {
  /** Returns the objective and the start, which several targets share. */
  public Place place() {
    return new Place(objective, start);
  }

  /**
   * Where runs start on what.
   *
   * @param objective name of the objective
   * @param start name of the start
   */
  public record Place(String objective, String start) {
    @Override
    public String toString() {
      return objective + " from " + start;
    }
  }
}
