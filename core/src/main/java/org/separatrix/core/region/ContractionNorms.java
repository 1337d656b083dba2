package org.separatrix.core.region;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.SymmetricEigen;

/**
 * Coordinates in which a method may contract around a minimum: those of the state itself for a
 * method without memory; else, along each eigenvector of the Hessian, those of a {@link
 * RobustNorm}.
 *
 * <p>Away from a minimum the Hessian often grows to one side. So there are several proposals, whose
 * norms tolerate eigenvalues around lambda, 1.5 lambda and so on; which one serves best is found by
 * trying.
 */
final class ContractionNorms {
  /**
   * Where the eigenvalues that are tolerated have their middle, relative to that at the minimum.
   */
  private static final double[] MIDDLES = {1, 1.5, 2.5, 0.7};

  /** How much of the asymptotic contraction 1 - spectral radius the norm leaves. */
  private static final double CONTRACTION = 0.2;

  private ContractionNorms() {}

  /** Returns the proposals, none if the method does not contract at the minimum. */
  static List<LinearCoordinates> of(LinearMethod method, SymmetricEigen hessian) {
    if (method.b().length == 1) {
      return List.of(LinearCoordinates.cartesian(hessian.dimension()));
    }
    List<LinearCoordinates> proposals = new ArrayList<>();
    for (double middle : MIDDLES) {
      proposal(method, hessian, middle).ifPresent(proposals::add);
    }
    return proposals;
  }

  private static Optional<LinearCoordinates> proposal(
      LinearMethod method, SymmetricEigen hessian, double middle) {
    int n = method.b().length;
    int d = hessian.dimension();
    double[][] transform = new double[n * d][n * d];
    for (int i = 0; i < d; i++) {
      double lambda = hessian.value(i);
      double radius = spectralRadius(method, middle * lambda);
      Optional<double[][]> factor =
          radius < 1 && lambda > 0
              ? RobustNorm.factor(
                  method.a(),
                  method.b(),
                  method.c(),
                  middle * lambda,
                  Math.abs(middle - 1) * lambda,
                  1 - CONTRACTION * (1 - radius),
                  method.rest())
              : Optional.empty();
      if (factor.isEmpty()) {
        return Optional.empty();
      }
      EigenvectorBlocks.place(transform, i * n, factor.get(), hessian.vector(i));
    }
    return LinearCoordinates.of(transform);
  }

  private static double spectralRadius(LinearMethod method, double lambda) {
    double[][] block = method.linearization().orElseThrow().at(lambda);
    return ComplexEigenvalues.of(block).spectralRadius();
  }
}
