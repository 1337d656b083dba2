package org.separatrix.optimizers;

import com.google.auto.service.AutoService;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** Contributes the methods of this package. */
@AutoService(SeparatrixPlugin.class)
public final class OptimizersPlugin extends SeparatrixPlugin {
  /** For the service loader. */
  public OptimizersPlugin() {}

  @Override
  protected void contribute() {
    optimizer("gradient-descent", GradientDescent.Config.class, GradientDescent::new);
    optimizer("heavy-ball", HeavyBall.Config.class, HeavyBall::new);
    optimizer("nesterov", Nesterov.Config.class, Nesterov::new);
    optimizer(
        "stochastic-gradient-descent",
        StochasticGradientDescent.Config.class,
        StochasticGradientDescent::of);
    optimizer("perturbed-gradient-descent", PerturbedConfig.class, PerturbedGradientDescent::new);
    optimizer(
        "backtracking-gradient-descent",
        BacktrackingConfig.class,
        BacktrackingGradientDescent::new);
    optimizer("adagrad", AdaGrad.Config.class, (config, problem) -> new AdaGrad(config));
    optimizer("rmsprop", RmsProp.Config.class, (config, problem) -> new RmsProp(config));
    optimizer("adam", Adam.Config.class, (config, problem) -> new Adam(config));
    optimizer("coordinate-descent", CoordinateDescent.Config.class, CoordinateDescent::new);
    optimizer("proximal-point", ProximalPoint.Config.class, ProximalPoint::new);
  }
}
