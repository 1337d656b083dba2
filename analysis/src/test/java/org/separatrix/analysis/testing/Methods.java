package org.separatrix.analysis.testing;

import java.util.Optional;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** Methods by their matrices. */
public final class Methods {
  private Methods() {}

  /** Gradient descent. */
  public static LinearMethod gradientDescent(double alpha) {
    return new LinearMethod(new double[][] {{1}}, new double[] {-alpha}, new double[] {1}) {};
  }

  /** Polyak's heavy ball. */
  public static LinearMethod heavyBall(double alpha, double beta) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1, 0}) {};
  }

  /** Nesterov's method. */
  public static LinearMethod nesterov(double alpha, double beta) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1 + beta, -beta}) {};
  }

  /** The triple momentum method of Van Scoy, Freeman and Lynch (2018). */
  public static LinearMethod tripleMomentum(double alpha, double beta, double gamma) {
    return new LinearMethod(
        new double[][] {{1 + beta, -beta}, {1, 0}},
        new double[] {-alpha, 0},
        new double[] {1 + gamma, -gamma}) {};
  }

  /** Gradient descent that declares another linearization than its own, or none. */
  public static Optimizer declaring(
      double alpha, Optional<Linearization> linearization, boolean deterministic) {
    return new Optimizer() {
      @Override
      public int memory() {
        return 0;
      }

      @Override
      public void step(Iterates block, Oracle oracle) {
        for (int k = 0; k < block.dimension(); k++) {
          for (int i = 0; i < block.lanes(); i++) {
            block.position()[k][i] -= alpha * block.gradient()[k][i];
          }
        }
      }

      @Override
      public Optional<Linearization> linearization() {
        return linearization;
      }

      @Override
      public boolean isDeterministic() {
        return deterministic;
      }
    };
  }
}
