package org.separatrix.objectives;

import java.util.Arrays;
import java.util.Map;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.plugin.Doc;

/**
 * A deep linear network of width one, (x_1 x_2 ... x_d - 1)^2 / 2.
 *
 * <p>For depth d of 3 and more the origin is degenerate: its Hessian vanishes. Points with exactly
 * two zeros are strict saddles; minima fill the hypersurface x_1 ... x_d = 1, with the Hessian v v'
 * where v_i = 1 / x_i. The Hessian has the entries (p / x_i)^2 and (2 p - 1) p / (x_i x_j), p the
 * product; on [-2, 2]^d all are largest in absolute value where every |x_i| = 2 and p &lt; 0, and
 * there their signs are those of x_i x_j, so L is the norm of the matrix of absolute values.
 *
 * @param dimension number of coordinates d
 */
@Doc(
    value =
        "Deep linear network of width one, (x_1 x_2 ... x_d - 1)^2 / 2: the origin is not strict for d above 2.",
    example = "{type: deep-linear-chain, dimension: 3}")
public record DeepLinearChain(
    @Doc(value = "Number of coordinates d, at least 2.", defaultValue = "3", example = "3")
        int dimension)
    implements NamedFormula {
  /** Checks the dimension. */
  public DeepLinearChain {
    Dimension.check(dimension, 2);
  }

  @Override
  public Formula formula() {
    return Formula.indexed("(prod(i, 1, n, x[i]) - 1)^2/2", dimension, Map.of());
  }

  @Override
  public Landscape landscape() {
    double[] ones = new double[dimension];
    Arrays.fill(ones, 1.0);
    double[] twoZeros = ones.clone();
    twoZeros[0] = 0;
    twoZeros[1] = 0;
    Landscape known =
        Landscape.on(Box.cube(dimension, -2, 2))
            .withLipschitz(lipschitz())
            .withSource("Kawaguchi, Deep Learning without Poor Local Minima, NIPS 2016")
            .withCriticalPoint(CriticalPointKind.DEGENERATE, ones)
            .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, twoZeros);
    return dimension > 2
        ? known.withCriticalPoint(CriticalPointKind.DEGENERATE, new double[dimension])
        : known;
  }

  /** 4^{d-1} + (d - 1) (2^{d+1} + 1) 2^{d-2}. */
  private double lipschitz() {
    return Math.scalb(1.0, 2 * dimension - 2)
        + (dimension - 1) * Math.scalb(Math.scalb(1.0, dimension + 1) + 1, dimension - 2);
  }
}
