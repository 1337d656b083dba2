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

  /** Gradient descent that declares nothing but a theorem of its own. */
  public static Optimizer claiming(double alpha, String theorem) {
    return new Undeclared(0) {
      @Override
      public void step(Iterates block, Oracle oracle) {
        declaring(alpha, Optional.empty(), true).step(block, oracle);
      }

      @Override
      public Optional<String> avoidanceTheorem() {
        return Optional.of(theorem);
      }
    };
  }

  /** Cyclic coordinate descent, which has no linearization eigenvalue by eigenvalue. */
  public static Optimizer coordinateDescent(double alpha) {
    return new Undeclared(0) {
      @Override
      public void step(Iterates block, Oracle oracle) {
        double[][] x = block.position();
        double[][] g = new double[block.dimension()][block.lanes()];
        for (int k = 0; k < g.length; k++) {
          oracle.gradient(x, g, block.lanes());
          for (int i = 0; i < block.lanes(); i++) {
            x[k][i] -= alpha * g[k][i];
          }
        }
      }
    };
  }

  /** A method without its linearization. */
  public static Optimizer silent(LinearMethod method) {
    return new Undeclared(method.memory()) {
      @Override
      public void start(Iterates block, int lane) {
        method.start(block, lane);
      }

      @Override
      public void step(Iterates block, Oracle oracle) {
        method.step(block, oracle);
      }
    };
  }

  /**
   * Gradient descent with another step size in every coordinate whose slope is below a threshold,
   * so that what differences of the step see depends on their size.
   */
  public static Optimizer fickle(double alpha, double threshold, double below) {
    return new Undeclared(0) {
      @Override
      public void step(Iterates block, Oracle oracle) {
        for (int k = 0; k < block.dimension(); k++) {
          for (int i = 0; i < block.lanes(); i++) {
            double g = block.gradient()[k][i];
            block.position()[k][i] -= (Math.abs(g) < threshold ? below : alpha) * g;
          }
        }
      }
    };
  }

  /** x - alpha g / sqrt(v), where v is the first number and all squares of slopes. */
  public static Optimizer scaledBySquares(double alpha, double accumulator) {
    return new Undeclared(1) {
      @Override
      public void start(Iterates block, int lane) {
        for (double[] sum : block.memory(0)) {
          sum[lane] = accumulator;
        }
      }

      @Override
      public void step(Iterates block, Oracle oracle) {
        for (int k = 0; k < block.dimension(); k++) {
          double[] sum = block.memory(0)[k];
          for (int i = 0; i < block.lanes(); i++) {
            double g = block.gradient()[k][i];
            sum[i] += g * g;
            block.position()[k][i] -= alpha * g / Math.sqrt(sum[i]);
          }
        }
      }
    };
  }

  /** x - alpha sqrt|g| sign(g), which has no derivative at rest. */
  public static Optimizer squareRoots(double alpha) {
    return new Undeclared(0) {
      @Override
      public void step(Iterates block, Oracle oracle) {
        for (int k = 0; k < block.dimension(); k++) {
          for (int i = 0; i < block.lanes(); i++) {
            double g = block.gradient()[k][i];
            block.position()[k][i] -= alpha * Math.copySign(Math.sqrt(Math.abs(g)), g);
          }
        }
      }
    };
  }

  private abstract static class Undeclared implements Optimizer {
    private final int memory;

    Undeclared(int memory) {
      this.memory = memory;
    }

    @Override
    public int memory() {
      return memory;
    }
  }
}
