package org.separatrix.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Text between two markers in a file, which a command renews. */
public final class MarkedText {
  private MarkedText() {}

  /**
   * Puts a text between the markers {@code <!-- begin NAME -->} and {@code <!-- end NAME -->}.
   *
   * @param file the file
   * @param name the name
   * @param text the text
   * @throws IllegalArgumentException if the markers are not there
   */
  public static void replace(Path file, String name, String text) throws IOException {
    String old = Files.readString(file);
    String begin = "<!-- begin " + name + " -->";
    String end = "<!-- end " + name + " -->";
    int from = old.indexOf(begin);
    int to = old.indexOf(end);
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("%s has no '%s ... %s'".formatted(file, begin, end));
    }
    Files.writeString(
        file,
        old.substring(0, from + begin.length()) + "\n" + text.strip() + "\n" + old.substring(to));
  }
}
