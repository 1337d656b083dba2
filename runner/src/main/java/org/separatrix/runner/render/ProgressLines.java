package org.separatrix.runner.render;

import java.io.PrintWriter;
import java.util.function.LongSupplier;
import org.separatrix.runner.execute.Progress;

/** A line now and then, for a log. A study that ends before the first line is due prints none. */
public final class ProgressLines implements Progress {
  private static final long INTERVAL_NANOSECONDS = 5_000_000_000L;

  private final PrintWriter out;
  private final long total;
  private final LongSupplier nanoseconds;
  private final long started;
  private long done;
  private long lastPrinted;
  private String stage = "";

  /**
   * Creates the display.
   *
   * @param out where to
   * @param total number of runs of the study
   * @param nanoseconds a clock, such as {@link System#nanoTime}
   */
  public ProgressLines(PrintWriter out, long total, LongSupplier nanoseconds) {
    this.out = out;
    this.total = total;
    this.nanoseconds = nanoseconds;
    this.started = nanoseconds.getAsLong();
    this.lastPrinted = started;
  }

  @Override
  public void stage(String name) {
    stage = name;
  }

  @Override
  public void advance(long runs) {
    done += runs;
    long now = nanoseconds.getAsLong();
    if (now - lastPrinted < INTERVAL_NANOSECONDS || done == 0) {
      return;
    }
    lastPrinted = now;
    double elapsed = (now - started) * 1e-9;
    double rate = done / elapsed;
    out.printf(
        "%s of %s runs, %s runs/s, %s left, in %s%n",
        Numbers.count(done),
        Numbers.count(total),
        Numbers.count(Math.round(rate)),
        Numbers.duration((total - done) / rate),
        stage);
    out.flush();
  }

  @Override
  public void close() {}
}
