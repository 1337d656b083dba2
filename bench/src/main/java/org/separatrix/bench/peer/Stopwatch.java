package org.separatrix.bench.peer;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** Measures time on the wall and of the processors. */
final class Stopwatch {
  private static final double NANOSECOND = 1e-9;
  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  private final long wall = System.nanoTime();
  private final long cpu = SYSTEM.getProcessCpuTime();

  /** Returns the seconds since this was made. */
  double seconds() {
    return (System.nanoTime() - wall) * NANOSECOND;
  }

  /** Stops. */
  Timing stop(long units) {
    return new Timing(units, seconds(), (SYSTEM.getProcessCpuTime() - cpu) * NANOSECOND);
  }
}
