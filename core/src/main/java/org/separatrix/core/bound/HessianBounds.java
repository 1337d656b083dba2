package org.separatrix.core.bound;

import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.interval.ThirdDerivatives;
import org.separatrix.core.linalg.IndependentBlocks;

/**
 * Certified bounds of the Hessian of a function over a box.
 *
 * <p>Coordinates whose mixed second derivatives vanish throughout the box fall into blocks. A block
 * of the Hessian depends on its own coordinates alone, since d H_ij / dx_k = d H_ik / dx_j, and
 * norms and eigenvalues are the extremes over the blocks, so each is searched by itself.
 *
 * <p>The bounds hold for the Hessian's expressions as they stand, with their coefficients rounded
 * to doubles, see {@link org.separatrix.core.interval.IntervalFormula}.
 */
public final class HessianBounds {
  /** An eigenvalue this much smaller than the norm need not be known to a relative gap. */
  private static final double SMALL = 1e-3;

  /** How far around a box without an interior entries of the Hessian must vanish. */
  private static final double AROUND = 0x1p-20;

  private final IntervalExtension function;
  private final IntervalVector box;
  private final Effort effort;
  private final List<int[]> blocks;
  private final double size;

  /**
   * Prepares bounds.
   *
   * @param function the function f
   * @param box where, d components, bounded and not empty
   * @param effort how close, and what may be spent on each bound
   */
  public HessianBounds(IntervalExtension function, IntervalVector box, Effort effort) {
    this.function = function;
    this.box = box;
    this.effort = effort;
    Enclosure<IntervalMatrix> hessian = function.hessian(box);
    blocks = blocks(hessian);
    IntervalMatrix atCenter = function.hessian(IntervalVector.point(box.midpoint())).range();
    double norm = atCenter.infinityNorm();
    size = norm < Double.POSITIVE_INFINITY ? norm : 0;
  }

  /**
   * Bounds the spectral norm of the Hessian, sup |H(x)|: the Lipschitz constant L of the gradient
   * on the box.
   */
  public CertifiedBound gradientLipschitz() {
    return supremum(SpectralMeasure.NORM, 0);
  }

  /** Bounds the largest eigenvalue, sup lambda_d(H(x)). */
  public CertifiedBound largestEigenvalue() {
    return supremum(SpectralMeasure.LARGEST, SMALL * size);
  }

  /**
   * Bounds the smallest eigenvalue, inf lambda_1(H(x)), from below, and by the witness from above.
   */
  public CertifiedBound smallestEigenvalue() {
    return supremum(SpectralMeasure.NEGATED_SMALLEST, SMALL * size).negated();
  }

  /**
   * Bounds the Lipschitz constant of the Hessian on the box, sup |D^3 f(x)|, the largest |D^3
   * f(x)(u, u, u)| for |u| = 1. It is not tight in general if more than 3 coordinates are coupled,
   * and infinite if more than 64 are.
   *
   * @throws UnsupportedOperationException if the function has no {@link ThirdDerivatives}
   */
  public CertifiedBound hessianLipschitz() {
    if (!(function instanceof ThirdDerivatives smooth)) {
      throw new UnsupportedOperationException(
          "the Lipschitz constant of the Hessian needs third derivatives.\n"
              + "Maybe let the function implement ThirdDerivatives.");
    }
    // Entries that vanish at a point, or on a face, may have derivatives there, unless they vanish
    // around it.
    List<int[]> coupled =
        hasInterior() ? blocks : blocks(function.hessian(box.inflated(0, AROUND)));
    return maximum(coupled.stream().map(block -> new BlockTensor(smooth, block, box)).toList(), 0);
  }

  private CertifiedBound supremum(SpectralMeasure measure, double floor) {
    return maximum(
        blocks.stream().map(block -> new BlockSpectrum(function, block, measure, box)).toList(),
        floor);
  }

  private CertifiedBound maximum(List<? extends Maximand> functions, double floor) {
    return BranchAndBound.maximum(
        functions, box, effort, new Goal.RelativeGap(effort.relativeGap(), floor));
  }

  private boolean hasInterior() {
    return IntStream.range(0, box.dimension()).noneMatch(k -> box.get(k).isPoint());
  }

  /** Where the Hessian may be undefined, each coordinate matters for whether it is. */
  private List<int[]> blocks(Enclosure<IntervalMatrix> hessian) {
    if (!hessian.isDefinedEverywhere()) {
      return List.of(IntStream.range(0, box.dimension()).toArray());
    }
    double[][] magnitudes = new double[box.dimension()][box.dimension()];
    for (int i = 0; i < magnitudes.length; i++) {
      for (int j = 0; j < magnitudes.length; j++) {
        magnitudes[i][j] = hessian.range().get(i, j).magnitude();
      }
    }
    return IndependentBlocks.of(magnitudes);
  }
}
