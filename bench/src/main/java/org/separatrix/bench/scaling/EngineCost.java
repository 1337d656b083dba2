package org.separatrix.bench.scaling;

import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.core.start.UniformBox;
import org.separatrix.optimizers.GradientDescent;

/** What a coordinate's step costs in the public engine, on one thread. */
final class EngineCost {
  private static final double STEP = 1e-4;
  private static final int STEPS = 256;
  private static final long MANY = 1_000_000;

  private EngineCost() {}

  /**
   * Measures gradient descent.
   *
   * @param formula the objective
   * @param bound b, for starts uniform on [-b, b]^d
   * @param seconds how long to measure, after as long a time to warm up
   * @return nanoseconds for a step of one coordinate, the least of the repetitions
   */
  static double nanoseconds(Formula formula, double bound, double seconds) {
    int dimension = formula.dimension();
    Engine engine =
        new Engine(
            new Experiment(
                new SymbolicFormulaCompiler().compile(formula),
                new GradientDescent(STEP),
                new UniformBox(Box.cube(dimension, -bound, bound)),
                new StopRule(-1, STEPS, 1e8, Optional.empty()),
                RandomStreams.key(1, "scaling")),
            MANY);
    long runs = 64;
    double least = Double.POSITIVE_INFINITY;
    long begun = System.nanoTime();
    double elapsed = 0;
    while (elapsed < 2 * seconds) {
      long started = System.nanoTime();
      new Ensemble(1).run("scaling", engine, 0, runs, Runs::size, n -> {}, done -> {}, () -> false);
      double time = System.nanoTime() - started;
      elapsed = (System.nanoTime() - begun) * 1e-9;
      if (elapsed > seconds) {
        least = Math.min(least, time / ((double) runs * dimension * STEPS));
      }
      runs = time * 1e-9 < seconds / 8 ? 2 * runs : runs;
    }
    return least;
  }
}
