package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.io.Writer;
import picocli.CommandLine.ParameterException;

/** Lines that the program understands. */
public final class CommandLines {
  private CommandLines() {}

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
