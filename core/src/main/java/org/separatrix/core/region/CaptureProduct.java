package org.separatrix.core.region;

import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Fate;

/**
 * States of a separable function from which every run converges to a minimum, told by its summands.
 *
 * <p>A linear method moves all coordinates by the same numbers, and the gradient of a sum of
 * functions that share no variable consists of theirs. So the run of the sum consists of runs of
 * the summands, and converges if each of those is in a ball of its own, to the point that their
 * minima make up. The number of such points, which grows exponentially with that of summands, is of
 * no consequence.
 *
 * <p>As for exact iterations from the given doubles; nothing is said of rounding.
 *
 * @param dimension number d of coordinates
 * @param factors one for each summand
 */
public record CaptureProduct(int dimension, List<Factor> factors) implements CertifiedRegion {
  /** Copies the list. */
  public CaptureProduct {
    factors = List.copyOf(factors);
  }

  /** Where runs of one summand converge. */
  public static final class Factor {
    private final int[] variables;
    private final List<CaptureBall> balls;
    private final CertifiedRegions regions;

    /**
     * Creates a factor.
     *
     * @param variables the numbers of the summand's variables, ascending
     * @param balls around its minima, in these variables
     */
    public Factor(List<Integer> variables, List<CaptureBall> balls) {
      this.variables = variables.stream().mapToInt(k -> k).toArray();
      this.balls = List.copyOf(balls);
      regions = new CertifiedRegions(balls);
    }

    /** Returns the balls. */
    public List<CaptureBall> balls() {
      return balls;
    }

    /** Writes the coordinates of the minimum that a state is captured by, if it is by one. */
    private boolean locate(double[] state, double[] minimum) {
      int region = regions.regionOf(part(state, minimum.length));
      if (region == CertifiedRegions.UNDECIDED) {
        return false;
      }
      double[] own = balls.get(region).minimum().midpoint();
      for (int n = 0; n < own.length; n++) {
        minimum[variables[n]] = own[n];
      }
      return true;
    }

    private double[] part(double[] state, int dimension) {
      int size = variables.length;
      double[] own = new double[state.length / dimension * size];
      for (int i = 0; i < own.length; i++) {
        own[i] = state[i / size * dimension + variables[i % size]];
      }
      return own;
    }
  }

  @Override
  public boolean contains(double... state) {
    return minimum(state).isPresent();
  }

  /**
   * Returns a point within rounding of the minimum that the run from a state converges to, if the
   * state lies in this region.
   *
   * @param state as in {@link #contains}; not modified
   * @return d numbers, fresh
   */
  public Optional<double[]> minimum(double... state) {
    double[] minimum = new double[dimension];
    for (Factor factor : factors) {
      if (!factor.locate(state, minimum)) {
        return Optional.empty();
      }
    }
    return Optional.of(minimum);
  }

  @Override
  public Fate fate() {
    return Fate.CERTIFIED_MINIMUM;
  }
}
