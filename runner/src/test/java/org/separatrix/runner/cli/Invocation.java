package org.separatrix.runner.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * What the program, called in this process, left.
 *
 * @param exitCode its exit code
 * @param output what it printed
 * @param errors what it printed as errors
 */
record Invocation(int exitCode, String output, String errors) {
  static Invocation run(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] words = new String[arguments.length];
    for (int i = 0; i < words.length; i++) {
      words[i] = arguments[i].toString();
    }
    int exitCode =
        SeparatrixCommand.execute(new PrintWriter(out, true), new PrintWriter(err, true), words);
    return new Invocation(exitCode, out.toString(), err.toString());
  }
}
