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
import org.separatrix.api.analysis.Runs;
import org.separatrix.bench.work.Goal;
import org.separatrix.bench.work.Method;
import org.separatrix.bench.work.Task;
import org.separatrix.bench.work.Work;
import org.separatrix.core.engine.Engine;

/** Runs on Lee's function, from drawing the start to its end: nanoseconds for a run. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 8, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class EngineRuns {
  private static final int RUNS = 16_384;

  /** The method. */
  @Param({"GRADIENT_DESCENT", "HEAVY_BALL", "PLUGIN", "LINEAR_PLUGIN"})
  public Method method = Method.GRADIENT_DESCENT;

  /** Until when runs go. */
  @Param({"TOLERANCE", "ESCAPE"})
  public Goal goal = Goal.TOLERANCE;

  private Engine engine = engine();
  private long first;

  /** Makes the engine. */
  @Setup
  public void prepare() {
    engine = engine();
  }

  /** Runs other runs each time. */
  @Benchmark
  @OperationsPerInvocation(RUNS)
  public Runs run() {
    first += RUNS;
    return engine.run(first, RUNS);
  }

  private Engine engine() {
    return new Engine(new Task(Work.LEE, method, 16, 1, goal).experiment(), Long.MAX_VALUE);
  }
}
