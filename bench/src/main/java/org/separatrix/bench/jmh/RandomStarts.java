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
import org.separatrix.api.objective.Box;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.core.start.UniformBox;

/** Starts uniform on a box: nanoseconds for a start. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class RandomStarts {
  /** Number of coordinates. */
  @Param({"2", "100"})
  public int dimension = 2;

  private final long key = RandomStreams.key(1, "starts");
  private StartDistribution starts = new UniformBox(Box.cube(2, -1, 1));
  private double[] x = {};
  private long run;

  /** Makes the distribution. */
  @Setup
  public void prepare() {
    starts = new UniformBox(Box.cube(dimension, -1, 1));
    x = new double[dimension];
  }

  /** Draws the next run's start. */
  @Benchmark
  public double[] draw() {
    starts.draw(RandomStreams.start(key, run), run, x);
    run++;
    return x;
  }
}
