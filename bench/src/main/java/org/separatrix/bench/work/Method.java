package org.separatrix.bench.work;

import java.util.OptionalDouble;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.bench.plugin.PlainDescent;
import org.separatrix.bench.plugin.PlainLinear;
import org.separatrix.optimizers.GradientDescent;
import org.separatrix.optimizers.HeavyBall;
import org.separatrix.optimizers.Perturbation;
import org.separatrix.optimizers.PerturbedGradientDescent;
import org.separatrix.optimizers.StochasticGradientDescent;

/** The methods that are compared. */
public enum Method {
  /** Gradient descent. */
  GRADIENT_DESCENT("gradient descent", "gradient-descent"),
  /** Heavy ball with momentum 0.5. */
  HEAVY_BALL("heavy ball", "heavy-ball"),
  /** Perturbed gradient descent, without a criterion of its own to stop. */
  PERTURBED("perturbed", "perturbed-gradient-descent"),
  /** Gradient descent with a normal number added to each coordinate of each gradient. */
  NOISY("noisy", "stochastic-gradient-descent"),
  /** Gradient descent of a plugin that implements the general interface, on a plain objective. */
  PLUGIN("plugin in plain Java", "gradient-descent"),
  /** Gradient descent of a plugin that gives the three matrices, on a plain objective. */
  LINEAR_PLUGIN("plugin, LinearMethod", "gradient-descent");

  private static final double MOMENTUM = 0.5;
  private static final double NOISE = 1e-3;

  private final String title;
  private final String peerName;

  Method(String title, String peerName) {
    this.title = title;
    this.peerName = peerName;
  }

  /** Returns its name in a table. */
  public String title() {
    return title;
  }

  /** Returns what peers are asked to do beside it. */
  public String peerName() {
    return peerName;
  }

  /** Tells whether it runs on an objective of a plugin. */
  public boolean isPlugin() {
    return this == PLUGIN || this == LINEAR_PLUGIN;
  }

  /**
   * Returns the step size that moves as fast as gradient descent in the long run.
   *
   * @param alpha step size of gradient descent
   */
  public double step(double alpha) {
    return this == HEAVY_BALL ? alpha * (1 - MOMENTUM) : alpha;
  }

  /** Returns the momentum. */
  public double momentum() {
    return this == HEAVY_BALL ? MOMENTUM : 0;
  }

  /**
   * Returns the method.
   *
   * @param alpha step size of gradient descent
   */
  public Optimizer optimizer(double alpha) {
    return switch (this) {
      case GRADIENT_DESCENT -> new GradientDescent(alpha);
      case HEAVY_BALL -> new HeavyBall(step(alpha), MOMENTUM);
      case PERTURBED ->
          new PerturbedGradientDescent(
              new Perturbation(alpha, 0.01, 1e-3, 50, OptionalDouble.empty()));
      case NOISY -> new StochasticGradientDescent(alpha, NOISE);
      case PLUGIN -> new PlainDescent(alpha);
      case LINEAR_PLUGIN -> new PlainLinear(alpha);
    };
  }
}
