package org.separatrix.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.objectives.Himmelblau;
import org.separatrix.objectives.LeeFunction;
import org.separatrix.objectives.Rastrigin;
import org.separatrix.objectives.Rosenbrock;

/** Gradients of formulas on a block: microseconds for all its lanes, see {@link Blocks#lanes}. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class FormulaGradients {
  /** The function. */
  @Param({"lee", "himmelblau", "rastrigin-10", "rosenbrock-100", "rosenbrock-1000"})
  public String function = "lee";

  private Objective objective = compile("lee");
  private double[][] x = {};
  private double[][] g = {};
  private int lanes;

  /** Makes the block. */
  @Setup
  public void prepare() {
    objective = compile(function);
    lanes = Blocks.lanes(objective.dimension());
    x = Blocks.uniform(objective.dimension(), lanes, 2);
    g = Blocks.empty(objective.dimension(), lanes);
  }

  /** Evaluates the gradient at each lane. */
  @Benchmark
  public double[][] gradient() {
    objective.gradient(x, g, lanes);
    return g;
  }

  private static Objective compile(String function) {
    Formula formula =
        switch (function) {
          case "lee" -> new LeeFunction().formula();
          case "himmelblau" -> new Himmelblau().formula();
          case "rastrigin-10" -> new Rastrigin(10).formula();
          case "rosenbrock-100" -> new Rosenbrock(100).formula();
          case "rosenbrock-1000" -> new Rosenbrock(1000).formula();
          default -> throw new IllegalArgumentException(function);
        };
    return new SymbolicFormulaCompiler().compile(formula);
  }
}
