package org.separatrix.core.start;

import com.google.auto.service.AutoService;
import org.separatrix.api.plugin.SeparatrixPlugin;

/** The distributions of starting points that come with Separatrix. */
@AutoService(SeparatrixPlugin.class)
public final class StartsPlugin extends SeparatrixPlugin {
  /** For the service loader. */
  public StartsPlugin() {}

  @Override
  protected void contribute() {
    start(
        "uniform-box", UniformBox.Config.class, (c, problem, folder) -> new UniformBox(c, problem));
    start("gaussian", Gaussian.Config.class, (c, problem, folder) -> new Gaussian(c, problem));
    start(
        "uniform-ball",
        UniformBall.Config.class,
        (c, problem, folder) -> new UniformBall(c, problem));
    start(
        "uniform-sphere",
        UniformSphere.Config.class,
        (c, problem, folder) -> new UniformSphere(c, problem));
    start("grid", Grid.Config.class, (c, problem, folder) -> new Grid(c, problem));
    start("points", Points.Config.class, Points::new);
    start("affine", Affine.Config.class, (c, problem, folder) -> new Affine(c, problem));
  }
}
