package org.separatrix.core.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.engine.StepMaps;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.plugin.PluginCode;
import org.separatrix.core.random.RandomStreams;

/**
 * Checks that a method keeps the promises of {@link Optimizer}.
 *
 * <p>On a quadratic with the eigenvalues -1, 1/2 and 2 it compares the declared linearization with
 * the Jacobian of the step at the critical point, by central differences, and looks whether
 * position and memory at rest there stay. On a function with a saddle and two minima it compares
 * runs on one and on two threads, runs alone and among others, and, if the method says that it is
 * deterministic, runs with different random numbers, bit for bit.
 */
public final class OptimizerContract {
  private static final double[] CRITICAL = {0.3, -0.7, 1.1};
  private static final double[] EIGENVALUES = {-1, 0.5, 2};
  private static final double DIFFERENCE = 1e-3;
  private static final double TOLERANCE = 1e-8;
  private static final int RUNS = 3000;
  private static final int RUNS_ALONE = 20;
  private static final StopRule STOP = new StopRule(1e-9, 150, 1e6, Optional.empty());

  private final Function<Problem, Optimizer> factory;
  private final long seed;
  private final List<String> violations = new ArrayList<>();

  private OptimizerContract(Function<Problem, Optimizer> factory, long seed) {
    this.factory = factory;
    this.seed = seed;
  }

  /**
   * Returns what a method violates, nothing if all is well.
   *
   * @param factory makes the method for a problem
   * @param seed determines starts and random numbers
   * @return one line for each violation
   */
  public static List<String> violations(Function<Problem, Optimizer> factory, long seed) {
    OptimizerContract contract = new OptimizerContract(factory, seed);
    PluginCode.run(
        () -> {
          contract.checkAtRest();
          contract.checkRuns();
        },
        failure -> contract.violations.add("step: throws " + failure.cause()));
    return List.copyOf(contract.violations);
  }

  private void checkAtRest() {
    Problem problem = problem("(y + 0.7)^2/4 - (x - 0.3)^2/2 + (z - 1.1)^2", 2, "x", "y", "z");
    Optimizer optimizer = factory.apply(problem);
    if (!optimizer.isDeterministic()) {
      return;
    }
    StepMap map = StepMaps.of(problem.objective(), optimizer);
    double[] rest = map.lift(CRITICAL);
    double[] next = new double[rest.length];
    map.apply(rest, next);
    // Numbers that a method keeps besides may go on at rest, such as a count of its steps.
    int vectors = (rest.length - optimizer.scalars()) / CRITICAL.length;
    for (int k = 0; k < vectors * CRITICAL.length; k++) {
      if (!(Math.abs(next[k] - rest[k]) <= TOLERANCE)) {
        violations.add(
            "rest: a run at rest at a critical point moves from %s to %s"
                .formatted(Points.text(rest), Points.text(next)));
        break;
      }
    }
    optimizer
        .linearization()
        .ifPresent(declared -> checkLinearization(declared, map, rest, vectors));
  }

  private void checkLinearization(Linearization declared, StepMap map, double[] rest, int vectors) {
    int d = CRITICAL.length;
    int length = vectors * d;
    double[] up = new double[rest.length];
    double[] down = new double[rest.length];
    for (int column = 0; column < length; column++) {
      map.apply(Points.moved(rest, column, DIFFERENCE), up);
      map.apply(Points.moved(rest, column, -DIFFERENCE), down);
      double[][] block = declared.at(EIGENVALUES[column % d]);
      if (block.length != vectors) {
        violations.add(
            "linearization: has %d x %d blocks, but a run has %d vectors"
                .formatted(block.length, block.length, vectors));
        return;
      }
      for (int row = 0; row < length; row++) {
        double derivative = (up[row] - down[row]) / (2 * DIFFERENCE);
        double expected = row % d == column % d ? block[row / d][column / d] : 0;
        if (!(Math.abs(derivative - expected) <= TOLERANCE * (1 + Math.abs(expected)))) {
          violations.add(
              ("linearization: at the eigenvalue %s entry (%d, %d) is declared as %s, differences"
                      + " of the step give %s")
                  .formatted(
                      EIGENVALUES[column % d], row / d + 1, column / d + 1, expected, derivative));
          return;
        }
      }
    }
  }

  private void checkRuns() {
    Problem problem = problem("x^2/2 + y^4/4 - y^2/2", 11, "x", "y");
    Optimizer optimizer = factory.apply(problem);
    Experiment experiment = experiment(problem, optimizer, RandomStreams.key(seed, "contract"));
    Runs one = new Ensemble(1).collect("contract", experiment, RUNS, () -> false);
    Runs two = new Ensemble(2).collect("contract", experiment, RUNS, () -> false);
    if (!Trajectories.agree(one, 0, two, 0, RUNS)) {
      violations.add("threads: one thread and two threads give different runs");
    }
    for (int run = 0; run < RUNS_ALONE; run++) {
      Runs alone = Engine.run(experiment, run, 1);
      if (!Trajectories.agree(one, run, alone, 0, 1)) {
        violations.add("lanes: run %d differs when it is alone in its block".formatted(run));
        break;
      }
    }
    if (optimizer.isDeterministic()) {
      Experiment other = experiment(problem, optimizer, RandomStreams.key(seed, "other"));
      if (!Trajectories.agree(
          one, 0, new Ensemble(1).collect("contract", other, RUNS, () -> false), 0, RUNS)) {
        violations.add(
            "deterministic: runs from the same starts differ with the random numbers, but"
                + " isDeterministic() is true");
      }
    }
  }

  /** The starts depend on the run number alone, not on the experiment's key. */
  private Experiment experiment(Problem problem, Optimizer optimizer, long key) {
    long startKey = RandomStreams.key(seed, "starts");
    return new Experiment(problem.objective(), optimizer, new KeyedStarts(startKey), STOP, key);
  }

  private static Problem problem(String text, double lipschitz, String... variables) {
    Box box = Box.cube(variables.length, -2, 2);
    return new Problem(
        "contract",
        new SymbolicFormulaCompiler()
            .compile(Formula.of(text, variables), Landscape.on(box).withLipschitz(lipschitz)),
        box,
        Optional.of(new LipschitzBound(lipschitz, Status.CERTIFIED)));
  }
}
