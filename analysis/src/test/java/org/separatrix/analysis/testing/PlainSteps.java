package org.separatrix.analysis.testing;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** Methods without memory, written at one lane as a step from x to the next point. */
public abstract class PlainSteps implements Optimizer {
  private PlainSteps() {}

  /**
   * The proximal point method x+ = x - alpha grad f(x+), by iterating that until nothing changes;
   * it needs alpha L well below 1.
   */
  public static Optimizer implicit(double alpha) {
    return new Implicit(alpha);
  }

  /** The same, which says that its multipliers are 1 / (1 + alpha lambda). */
  public static Optimizer declaredImplicit(double alpha) {
    return new Implicit(alpha) {
      @Override
      public Optional<Linearization> linearization() {
        return Optional.of(lambda -> new double[][] {{1 / (1 + alpha * lambda)}});
      }
    };
  }

  private static class Implicit extends PlainSteps {
    private final double alpha;

    Implicit(double alpha) {
      this.alpha = alpha;
    }

    @Override
    void step(double[] x, double[] g, Slope slope, long steps) {
      double[] from = x.clone();
      boolean moves = true;
      for (int i = 0; i < 200 && moves; i++) {
        double[] before = x.clone();
        for (int k = 0; k < x.length; k++) {
          x[k] = from[k] - alpha * g[k];
        }
        moves = !Arrays.equals(x, before);
        slope.at(x, g);
      }
    }
  }

  /** x - alpha g / (bound + |g|), whose derivative at rest has none itself. */
  public static Optimizer normalized(double alpha, double bound) {
    return new PlainSteps() {
      @Override
      void step(double[] x, double[] g, Slope slope, long steps) {
        double norm = Math.sqrt(Arrays.stream(g).map(each -> each * each).sum());
        for (int k = 0; k < x.length; k++) {
          x[k] -= alpha * g[k] / (bound + norm);
        }
      }
    };
  }

  /** Gradient descent with gradients no longer than a bound. */
  public static Optimizer clipped(double alpha, double bound) {
    return new PlainSteps() {
      @Override
      void step(double[] x, double[] g, Slope slope, long steps) {
        double norm = Math.sqrt(Arrays.stream(g).map(each -> each * each).sum());
        for (int k = 0; k < x.length; k++) {
          x[k] -= alpha * Math.min(1, bound / norm) * g[k];
        }
      }
    };
  }

  /** Gradient descent of which every second coordinate is turned against the one before. */
  public static Optimizer turned(double alpha, double angle) {
    return new PlainSteps() {
      @Override
      void step(double[] x, double[] g, Slope slope, long steps) {
        for (int k = 0; k + 1 < x.length; k += 2) {
          x[k] -= alpha * (Math.cos(angle) * g[k] - Math.sin(angle) * g[k + 1]);
          x[k + 1] -= alpha * (Math.sin(angle) * g[k] + Math.cos(angle) * g[k + 1]);
        }
      }
    };
  }

  /**
   * Gradient descent with longer steps after its first one, which is no map of the position,
   * although it says so.
   */
  public static Optimizer warming(double alpha, double later) {
    return new PlainSteps() {
      @Override
      void step(double[] x, double[] g, Slope slope, long steps) {
        for (int k = 0; k < x.length; k++) {
          x[k] -= (steps == 0 ? alpha : later) * g[k];
        }
      }
    };
  }

  /** A gradient at a point. */
  interface Slope {
    void at(double[] x, double[] g);
  }

  /** Moves x; g is the gradient there, and may be overwritten. */
  abstract void step(double[] x, double[] g, Slope slope, long steps);

  @Override
  public int memory() {
    return 0;
  }

  @Override
  public void step(Iterates block, Oracle oracle) {
    int d = block.dimension();
    double[][] lane = new double[d][1];
    double[][] slope = new double[d][1];
    for (int i = 0; i < block.lanes(); i++) {
      double[] x = new double[d];
      double[] g = new double[d];
      for (int k = 0; k < d; k++) {
        x[k] = block.position()[k][i];
        g[k] = block.gradient()[k][i];
      }
      step(
          x,
          g,
          (at, result) -> {
            for (int k = 0; k < d; k++) {
              lane[k][0] = at[k];
            }
            oracle.gradient(lane, slope, 1);
            for (int k = 0; k < d; k++) {
              result[k] = slope[k][0];
            }
          },
          block.steps(i));
      for (int k = 0; k < d; k++) {
        block.position()[k][i] = x[k];
      }
    }
  }
}
