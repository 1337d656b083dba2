package org.separatrix.runner;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintWriter;
import org.separatrix.runner.cli.ExitCode;
import org.separatrix.runner.cli.ProgramEnd;
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
    StandardOutput output = new StandardOutput(new FileOutputStream(FileDescriptor.out));
    PrintWriter out = new PrintWriter(output, true, UTF_8);
    PrintWriter err = new PrintWriter(System.err, true, UTF_8);
    // What components print would stand within documents and tables.
    System.setOut(System.err);
    int exitCode = execute(out, err, arguments);
    out.flush();
    if (output.lost().isPresent()) {
      err.printf(
          "separatrix: cannot write to standard output: %s; what was printed is not complete.%n"
              + "Maybe let it go to another place.%n",
          output.lost().get());
      exitCode = ExitCode.INTERNAL_ERROR;
    }
    err.flush();
    System.exit(exitCode);
  }

  private static int execute(PrintWriter out, PrintWriter err, String[] arguments) {
    ProgramEnd end = ProgramEnd.watch(err);
    try {
      return SeparatrixCommand.execute(out, err, arguments);
    } finally {
      end.unwatch();
    }
  }
}
