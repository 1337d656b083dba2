package org.separatrix.runner.ledger;

/**
 * When a part ends: a kill is to lose little work, and a long study is not to leave many files.
 *
 * @param seconds the shortest part, in seconds; 0 ends a part with each chunk
 */
public record Pace(double seconds) {
  /** A part of a long cell takes this share of the time that went into the cell before. */
  private static final double SHARE = 0.01;

  /** The largest number of bytes of rows that are held in memory. */
  private static final long MOST_BYTES = 1L << 26;

  /** Set by tests, in seconds. */
  private static final String PROPERTY = "separatrix.part.seconds";

  /** Returns the usual pace: a second. */
  public static Pace usual() {
    return new Pace(Double.parseDouble(System.getProperty(PROPERTY, "1")));
  }

  boolean isDue(double part, double spent, long bytes) {
    return seconds == 0 || part >= Math.max(seconds, SHARE * spent) || bytes >= MOST_BYTES;
  }
}
