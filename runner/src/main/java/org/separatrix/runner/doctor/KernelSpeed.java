package org.separatrix.runner.doctor;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.plugin.Failure;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.plan.Planner;
import org.separatrix.runner.store.Processor;

/**
 * Measures how many steps a second one thread makes with gradient descent on the formula x^2/2 +
 * y^4/4 - y^2/2 when it runs for long, and holds it against what the processor could do at most.
 *
 * <p>The bound counts arithmetic alone: a step of one run is {@value #INSTRUCTIONS} additions and
 * multiplications, which Java does not fuse, and a core finishes two vector instructions a cycle at
 * the clock that the system reports. Memory, starts, the search for the step at which a run stops,
 * and a clock that rises under load are not counted. On a quiet processor with AVX-512 the
 * benchmarks reach three quarters of it; below {@value #SLOW} of it something is wrong.
 */
final class KernelSpeed {
  private static final String SUBJECT = "speed";
  private static final int INSTRUCTIONS = 7;
  private static final double SLOW = 0.1;
  private static final int PER_CYCLE = 2;
  private static final int CHUNK = 16_384;
  private static final long SEED = 1;

  /** How long it measures. */
  private static final long NANOSECONDS = 1_500_000_000;

  private static final String STUDY =
      """
      schema: 1
      objectives: [{type: lee-2016}]
      optimizers: [{type: gradient-descent, step: 0.05}]
      starts: [uniform-box]
      runs: 1_000_000
      stop: {gradient-tolerance: -1, max-steps: 500}
      analyze: []
      output: {runs: none, figures: [], report: false}
      """;

  private KernelSpeed() {}

  static Diagnosis diagnose(Planner planner, Processor processor) {
    try {
      double load = ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
      return judge(stepsPerSecond(planner), most(processor), load);
    } catch (IOException | RuntimeException | LinkageError failure) {
      return Diagnosis.broken(
          SUBJECT,
          "a small study fails: " + new Failure(failure).describe(),
          "run it again with --stack-trace and report what it prints");
    }
  }

  /** Steps a second that arithmetic alone would allow, if the clock and the width are known. */
  static OptionalDouble most(Processor processor) {
    OptionalDouble clock = processor.gigahertz();
    if (clock.isEmpty() || processor.vectorBits().isEmpty()) {
      return OptionalDouble.empty();
    }
    double lanes = processor.vectorBits().get() / (double) Double.SIZE;
    return OptionalDouble.of(1e9 * clock.getAsDouble() * lanes * PER_CYCLE / INSTRUCTIONS);
  }

  /**
   * Judges a speed.
   *
   * @param steps a second
   * @param most what arithmetic alone would allow, if that is known
   * @param load average number of processes that wanted to run; negative if it is not known
   */
  static Diagnosis judge(double steps, OptionalDouble most, double load) {
    String seen =
        String.format(Locale.ROOT, "%,.0f million steps a second on one thread", steps / 1e6);
    if (most.isEmpty()) {
      return Diagnosis.fine(SUBJECT, seen + "; what to expect of this processor is not known");
    }
    double share = steps / most.getAsDouble();
    String compared =
        String.format(
            Locale.ROOT,
            "%s, %.0f%% of the %,.0f million that its clock and its vectors would allow for the"
                + " arithmetic alone%s",
            seen,
            100 * share,
            most.getAsDouble() / 1e6,
            load < 0 ? "" : String.format(Locale.ROOT, "; load average %.1f", load));
    return share < SLOW
        ? Diagnosis.warning(
            SUBJECT,
            compared,
            "stop what else runs on the machine and try again; look with separatrix run my.yaml"
                + " --explain which form of the loop is used")
        : Diagnosis.fine(SUBJECT, compared);
  }

  private static double stepsPerSecond(Planner planner) throws IOException {
    Path file = Files.createTempFile("doctor", ".yaml");
    try {
      Files.writeString(file, STUDY);
      Plan plan = planner.plan(file, List.of("name=doctor"));
      // As one that runs for long, for which the loops are generated.
      return best(new Engine(plan.cells().get(0).experiment(SEED), Long.MAX_VALUE));
    } finally {
      Files.delete(file);
    }
  }

  /** Returns the steps a second of the best chunk: at first the loops are still being compiled. */
  private static double best(Engine engine) {
    double best = 0;
    long first = 0;
    long begin = System.nanoTime();
    for (long now = begin; now - begin < NANOSECONDS; first += CHUNK) {
      long steps = Arrays.stream(engine.run(first, CHUNK).steps()).sum();
      long then = now;
      now = System.nanoTime();
      best = Math.max(best, 1e9 * steps / (now - then));
    }
    return best;
  }
}
