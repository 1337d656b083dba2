package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;

/** Lines that the program understands. */
public final class CommandLines {
  private CommandLines() {}

  /**
   * Returns the words of a line; what stands in double quotes is one.
   *
   * @param line a command
   */
  public static String[] words(String line) {
    return Pattern.compile("\"([^\"]*)\"|\\S+")
        .matcher(line)
        .results()
        .map(word -> word.group(1) == null ? word.group() : word.group(1))
        .toArray(String[]::new);
  }

  /**
   * Parses a line without running it.
   *
   * @param words the line, without the program's name
   * @throws ParameterException if the program does not understand it
   */
  public static void parse(String... words) {
    PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
    SeparatrixCommand.program(nowhere, nowhere).parseArgs(words);
  }
}
