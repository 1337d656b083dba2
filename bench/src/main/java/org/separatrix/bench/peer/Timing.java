package org.separatrix.bench.peer;

import java.util.Locale;

/**
 * What a peer did, and how long it took.
 *
 * @param units steps of runs if their number is fixed, else runs
 * @param wall seconds by the clock on the wall
 * @param cpu seconds of all processors for the whole process
 */
public record Timing(long units, double wall, double cpu) {
  /** Returns it as a line. */
  String line() {
    return String.format(Locale.ROOT, "ok %d %.9f %.9f", units, wall, cpu);
  }

  /**
   * Reads a line.
   *
   * @param line the line
   * @throws IllegalArgumentException if it tells of something else
   */
  public static Timing parse(String line) {
    String[] words = line.split(" ", -1);
    if (words.length != 4 || !words[0].equals("ok")) {
      throw new IllegalArgumentException("the answer is: " + line);
    }
    return new Timing(
        Long.parseLong(words[1]), Double.parseDouble(words[2]), Double.parseDouble(words[3]));
  }
}
