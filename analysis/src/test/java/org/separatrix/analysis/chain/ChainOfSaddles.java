package org.separatrix.analysis.chain;

import java.util.Arrays;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.FactoredGradient;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;

/** The function of Du et al. (2017) by the formulas of the paper, where the paper defines it. */
final class ChainOfSaddles extends PointObjective implements FactoredGradient {
  private static final double TAU = Math.E;
  private static final double GAMMA = 1;

  private final int dimension;
  private final double l;

  private ChainOfSaddles(int dimension, double l) {
    this.dimension = dimension;
    this.l = l;
  }

  static Problem problem(int dimension, double l) {
    ChainOfSaddles chain = new ChainOfSaddles(dimension, l);
    Box domain = Box.cube(dimension, -6 * TAU, 6 * TAU);
    return new Problem("chain dimension=" + dimension, chain, domain, Optional.empty());
  }

  /** Gradient descent with normal noise of standard deviation 1e-3 in each step. */
  static Optimizer noisyDescent(double alpha) {
    return new Optimizer() {
      @Override
      public int memory() {
        return 0;
      }

      @Override
      public boolean isDeterministic() {
        return false;
      }

      @Override
      public void step(Iterates block, Oracle oracle) {
        for (int i = 0; i < block.lanes(); i++) {
          for (int k = 0; k < block.dimension(); k++) {
            block.position()[k][i] -=
                alpha * block.gradient()[k][i] + 1e-3 * block.random(i).nextGaussian();
          }
        }
      }
    };
  }

  @Override
  public int dimension() {
    return dimension;
  }

  @Override
  protected double value(double[] x) {
    return 0;
  }

  @Override
  protected void gradient(double[] x, double[] g) {
    multipliers(x, g);
    for (int k = 0; k < dimension; k++) {
      g[k] *= x[k];
    }
  }

  @Override
  public void multipliers(double[] x, double[] m) {
    Arrays.fill(m, 2 * l);
    int i = 0;
    while (i < dimension && Math.abs(x[i]) >= 2 * TAU) {
      m[i] = 2 * l * (1 - 4 * TAU / Math.abs(x[i]));
      i++;
    }
    if (i == dimension) {
      return;
    }
    double t = Math.abs(x[i]);
    m[i] = -2 * GAMMA;
    if (t > TAU) {
      double u = t - TAU;
      double v = (t - 2 * TAU) / TAU;
      double slope =
          -2 * GAMMA * t
              + (10 * GAMMA - 14 * l) * u * u / TAU
              + 2 * (5 * l - 3 * GAMMA) * u * u * u / (TAU * TAU);
      double next = i + 1 < dimension ? x[i + 1] * x[i + 1] : 0;
      double gate = -30 * (l + GAMMA) * v * v * (1 + v) * (1 + v) / TAU;
      m[i] = (slope + gate * next) / t;
      if (i + 1 < dimension) {
        m[i + 1] = 2 * (-GAMMA - (l + GAMMA) * v * v * v * (10 + 15 * v + 6 * v * v));
      }
    }
  }

  @Override
  public Landscape landscape() {
    Landscape landscape = Landscape.unknown();
    for (int prefix = 0; prefix <= dimension; prefix++) {
      double[] x = new double[dimension];
      Arrays.fill(x, 0, prefix, 4 * TAU);
      CriticalPointKind kind =
          prefix == dimension ? CriticalPointKind.LOCAL_MINIMUM : CriticalPointKind.STRICT_SADDLE;
      landscape = landscape.withCriticalPoint(kind, x);
    }
    return landscape;
  }
}
