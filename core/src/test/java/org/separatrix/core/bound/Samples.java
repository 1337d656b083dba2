package org.separatrix.core.bound;

import java.util.SplittableRandom;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;

/** Hessians at points in ordinary arithmetic, a second method beside the enclosures. */
final class Samples {
  private Samples() {}

  static SymmetricEigen eigenvalues(CompiledFormula f, double[] x) {
    double[][] hessian = new double[x.length][x.length];
    f.hessian(x, hessian);
    return SymmetricEigen.of(hessian);
  }

  static double norm(CompiledFormula f, double[] x) {
    return eigenvalues(f, x).spectralNorm();
  }

  /** Returns a point of a box, some coordinates at its faces. */
  static double[] point(IntervalVector box, SplittableRandom random) {
    double[] x = new double[box.dimension()];
    for (int k = 0; k < x.length; k++) {
      Interval range = box.get(k);
      x[k] =
          switch (random.nextInt(6)) {
            case 0 -> range.low();
            case 1 -> range.high();
            default ->
                Math.min(
                    range.high(), range.low() + random.nextDouble() * (range.high() - range.low()));
          };
    }
    return x;
  }
}
