package org.separatrix.runner.render;

/** How wide the text on standard output may be. */
public final class OutputWidth {
  /** Set by the launcher to the width of the terminal when standard output is one. */
  static final String COLUMNS = "separatrix.output.columns";

  /** What files and other programs get, so that it is the same on every machine. */
  private static final int ELSEWHERE = 100;

  /** With fewer, there is no room for words beside labels. */
  private static final int LEAST = 60;

  private OutputWidth() {}

  /** Returns the number of columns: those of the terminal, or 100 where there is none. */
  public static int columns() {
    int columns = Integer.getInteger(COLUMNS, 0);
    return columns > 0 ? Math.max(LEAST, columns) : ELSEWHERE;
  }
}
