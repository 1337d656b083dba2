package org.separatrix.core.census;

import java.util.List;

/**
 * The census of one summand of a separable function, in the variables that it has to itself.
 *
 * @param variables the numbers of the variables, ascending
 * @param census the census in these variables
 */
public record BlockCensus(List<Integer> variables, CertifiedCensus census) {
  /** Copies the list and checks that the dimensions are the same. */
  public BlockCensus {
    variables = List.copyOf(variables);
    if (variables.size() != census.box().dimension()) {
      throw new IllegalArgumentException(
          "a block of %d variables has a census in %d"
              .formatted(variables.size(), census.box().dimension()));
    }
  }

  /** Returns the coordinates of a point that belong to this block, fresh; x is not modified. */
  double[] part(double[] x) {
    return variables.stream().mapToDouble(k -> x[k]).toArray();
  }
}
