package org.separatrix.core.region;

import java.util.List;
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

    private boolean contains(double[] state, int dimension) {
      int size = variables.length;
      double[] own = new double[state.length / dimension * size];
      for (int i = 0; i < own.length; i++) {
        own[i] = state[i / size * dimension + variables[i % size]];
      }
      return regions.regionOf(own) != CertifiedRegions.UNDECIDED;
    }
  }

  @Override
  public boolean contains(double... state) {
    return factors.stream().allMatch(factor -> factor.contains(state, dimension));
  }

  @Override
  public Fate fate() {
    return Fate.CERTIFIED_MINIMUM;
  }
}
