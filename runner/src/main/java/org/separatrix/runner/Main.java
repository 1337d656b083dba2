package org.separatrix.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import org.separatrix.runner.cli.SeparatrixCommand;

/** Starts the program. */
public final class Main {
  private Main() {}

  /**
   * Runs the program and ends with its exit code.
   *
   * @param arguments of the command line
   */
  public static void main(String[] arguments) {
    // Guice's generated classes need an API that newer Java warns about, and gain nothing here.
    System.setProperty("guice_bytecode_gen_option", "DISABLED");
    // Pictures go to files: no screen is needed, and none is asked for.
    System.setProperty("java.awt.headless", "true");
    PrintWriter out = new PrintWriter(System.out, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    int exitCode = SeparatrixCommand.execute(out, err, arguments);
    out.flush();
    err.flush();
    System.exit(exitCode);
  }
}
