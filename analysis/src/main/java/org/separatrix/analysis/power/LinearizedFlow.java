package org.separatrix.analysis.power;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.separatrix.analysis.linearization.PositionResponse;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * What the linearization says of runs near a saddle: component i of the displacement is multiplied
 * by m_k = C (A + lambda_i B C)^k r in k steps.
 *
 * @param point the saddle
 * @param responses one for each eigenvector
 * @param leading number of eigenvalues equal to the most negative one
 * @param leader z_1, the largest modulus of their block's eigenvalues
 * @param follower the largest modulus of those of all other blocks; 0 if there is none
 * @param amplification largest norm of a product of j equal blocks, relative to z_1^j
 */
record LinearizedFlow(
    CriticalPoint point,
    List<PositionResponse> responses,
    int leading,
    double leader,
    double follower,
    double amplification) {
  private static final double EQUAL = 1e-9;

  private static final int PRODUCTS = 200;

  LinearizedFlow {
    responses = List.copyOf(responses);
  }

  /**
   * Linearizes a method at a saddle.
   *
   * @return empty if positions cannot be read off the linearization
   */
  static Optional<LinearizedFlow> of(
      Optimizer optimizer, Linearization linearization, CriticalPoint point) {
    double[] lambda = point.eigenvalues();
    List<PositionResponse> responses = new ArrayList<>();
    int leading = 0;
    double leader = ComplexEigenvalues.of(linearization.at(lambda[0])).spectralRadius();
    double follower = 0;
    double amplification = 1;
    for (double each : lambda) {
      Optional<PositionResponse> response = PositionResponse.of(optimizer, linearization, each);
      if (response.isEmpty()) {
        return Optional.empty();
      }
      responses.add(response.get());
      double[][] block = linearization.at(each);
      amplification = Math.max(amplification, amplification(block, leader));
      if (each - lambda[0] <= EQUAL * Math.abs(lambda[0])) {
        leading++;
      } else {
        follower = Math.max(follower, ComplexEigenvalues.of(block).spectralRadius());
      }
    }
    return Optional.of(
        new LinearizedFlow(point, responses, leading, leader, follower, amplification));
  }

  /** Returns the factor by which the angle to the leading eigenvectors changes per step. */
  double ratio() {
    return follower / leader;
  }

  private static double amplification(double[][] block, double leader) {
    RealMatrix scaled = new Array2DRowRealMatrix(block).scalarMultiply(1 / leader);
    RealMatrix product = scaled;
    double largest = 1;
    for (int j = 1; j <= PRODUCTS && block.length > 1; j++) {
      largest = Math.max(largest, product.getFrobeniusNorm());
      product = product.multiply(scaled);
    }
    return largest;
  }
}
