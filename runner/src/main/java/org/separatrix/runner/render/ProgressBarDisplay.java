package org.separatrix.runner.render;

import java.io.PrintStream;
import java.time.temporal.ChronoUnit;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.separatrix.runner.execute.Progress;

/** A bar with rate and time left, for a terminal. */
public final class ProgressBarDisplay implements Progress {
  private static final int REFRESH_MILLISECONDS = 200;

  private final PrintStream terminal;
  private final int columns;
  private final ProgressBar bar;

  /**
   * Creates and shows the bar.
   *
   * @param terminal where to
   * @param columns width of the terminal
   * @param total number of runs of the study
   */
  public ProgressBarDisplay(PrintStream terminal, int columns, long total) {
    this.terminal = terminal;
    this.columns = columns;
    this.bar =
        new ProgressBarBuilder()
            .setTaskName("runs")
            .setInitialMax(total)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(REFRESH_MILLISECONDS)
            .setUnit(" runs", 1)
            .setSpeedUnit(ChronoUnit.SECONDS)
            .showSpeed()
            .clearDisplayOnFinish()
            .setConsumer(new ConsoleProgressBarConsumer(terminal, columns))
            .build();
  }

  @Override
  public void stage(String name) {
    bar.setExtraMessage(" " + name);
  }

  @Override
  public void advance(long runs) {
    bar.stepBy(runs);
  }

  @Override
  public void close() {
    bar.close();
    terminal.print("\r" + " ".repeat(Math.max(0, columns - 1)) + "\r");
    terminal.flush();
  }
}
