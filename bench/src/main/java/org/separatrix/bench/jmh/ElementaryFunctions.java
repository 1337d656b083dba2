package org.separatrix.bench.jmh;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Objective;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

/** Values of elementary functions as formulas: nanoseconds for one lane. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class ElementaryFunctions {
  private static final int LANES = 1024;

  /** The formula, at points uniform on [-2, 2]. */
  @Param({
    "x",
    "sin(x)",
    "cos(x)",
    "tan(x)",
    "exp(x)",
    "log(x+3)",
    "tanh(x)",
    "sqrt(x+3)",
    "(x+3)^1.5"
  })
  public String function = "x";

  private Objective objective = compile("x");
  private double[][] x = {};
  private double[] f = {};

  /** Makes the block. */
  @Setup
  public void prepare() {
    objective = compile(function);
    x = Blocks.uniform(1, LANES, 2);
    f = Blocks.empty(1, LANES)[0];
  }

  /** Evaluates the function at each lane. */
  @Benchmark
  @OperationsPerInvocation(LANES)
  public double[] value() {
    objective.value(x, f, LANES);
    return f;
  }

  private static Objective compile(String function) {
    return new SymbolicFormulaCompiler().compile(Formula.of(function, "x"));
  }
}
