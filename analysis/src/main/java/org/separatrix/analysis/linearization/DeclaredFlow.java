package org.separatrix.analysis.linearization;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;

/**
 * The flow of a declared linearization: component i of the displacement is multiplied by m_k = C (A
 * + lambda_i B C)^k r in k steps.
 *
 * @param responses one for each eigenvector
 * @param leading number of eigenvalues equal to the most negative one
 * @param leader z_1
 * @param follower the largest modulus of the eigenvalues of all other blocks
 * @param amplification largest norm of a product of j equal blocks, relative to z_1^j
 * @param gain |B| |C|; of a method without them the largest derivative of its multiplier by lambda
 * @param isExplicit whether a step is A xi + B grad f(C xi)
 */
record DeclaredFlow(
    List<PositionResponse> responses,
    int leading,
    double leader,
    double follower,
    double amplification,
    double gain,
    boolean isExplicit)
    implements LinearizedFlow {
  private static final double EQUAL = 1e-9;

  /** Relative distance of the two eigenvalues between which a derivative is taken. */
  private static final double DIFFERENCE = 1e-5;

  /** Powers are looked at up to this one. */
  static final int PRODUCTS = 200;

  DeclaredFlow {
    responses = List.copyOf(responses);
  }

  /**
   * Linearizes a method.
   *
   * @return empty if positions cannot be read off the linearization
   */
  static Optional<LinearizedFlow> of(
      Optimizer optimizer, Linearization linearization, double[] lambda) {
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
      if (block.length > 1) {
        amplification = Math.max(amplification, amplification(block, leader));
      }
      if (each - lambda[0] <= EQUAL * Math.abs(lambda[0])) {
        leading++;
      } else {
        follower = Math.max(follower, ComplexEigenvalues.of(block).spectralRadius());
      }
    }
    double gain = gain(optimizer, linearization, lambda);
    boolean isExplicit = optimizer instanceof LinearMethod;
    return Optional.of(
        new DeclaredFlow(responses, leading, leader, follower, amplification, gain, isExplicit));
  }

  private static double gain(Optimizer optimizer, Linearization linearization, double[] lambda) {
    if (optimizer instanceof LinearMethod linear) {
      return norm(linear.b(), 0, linear.b().length)
          * Math.max(1, norm(linear.c(), 0, linear.c().length));
    }
    double h = DIFFERENCE * Math.max(Math.abs(lambda[0]), Math.abs(lambda[lambda.length - 1]));
    double largest = 0;
    for (double each : lambda) {
      double difference = linearization.at(each + h)[0][0] - linearization.at(each - h)[0][0];
      largest = Math.max(largest, Math.abs(difference) / (2 * h));
    }
    return largest;
  }

  /**
   * Returns the largest Frobenius norm of a power of a matrix, relative to that of a number; 1 if
   * none is larger.
   *
   * @param matrix the matrix; not modified
   * @param leader the number
   */
  static double amplification(double[][] matrix, double leader) {
    RealMatrix scaled = new Array2DRowRealMatrix(matrix).scalarMultiply(1 / leader);
    RealMatrix product = scaled;
    double largest = 1;
    for (int j = 1; j <= PRODUCTS; j++) {
      largest = Math.max(largest, product.getFrobeniusNorm());
      product = product.multiply(scaled);
    }
    return largest;
  }

  @Override
  public double along(double[] displacement) {
    return norm(displacement, 0, leading);
  }

  @Override
  public double across(double[] displacement) {
    return norm(displacement, leading, displacement.length);
  }

  /** The block is what is predicted from. */
  @Override
  public double error() {
    return 0;
  }

  @Override
  public boolean isMeasured() {
    return false;
  }

  @Override
  public boolean looksElsewhere() {
    return !isExplicit;
  }

  @Override
  public Recursion from(double[] start) {
    List<PositionResponse.Walk> walks = responses.stream().map(PositionResponse::walk).toList();
    return new Recursion() {
      @Override
      public double[] displacement() {
        double[] displacement = start.clone();
        for (int i = 0; i < displacement.length; i++) {
          displacement[i] *= walks.get(i).position();
        }
        return displacement;
      }

      @Override
      public void advance() {
        walks.forEach(PositionResponse.Walk::advance);
      }
    };
  }

  private static double norm(double[] y, int from, int to) {
    double sum = 0;
    for (int i = from; i < to; i++) {
      sum += y[i] * y[i];
    }
    return Math.sqrt(sum);
  }
}
