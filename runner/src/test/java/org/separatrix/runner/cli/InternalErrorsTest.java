package org.separatrix.runner.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

/** What is said when the program itself breaks. */
class InternalErrorsTest {
  @Test
  void anErrorOfWhichNobodyThoughtIsSaidInOneMessage() {
    assertThat(messageOf(new StackOverflowError()))
        .isEqualTo(
            """
            separatrix: internal error: java.lang.StackOverflowError
            Maybe run it again with --stack-trace and report what it prints.
            """);
  }

  @Test
  void memoryThatRanOutIsSaidWhateverWrapsIt() {
    Error unlinked = new InternalError(new OutOfMemoryError("Java heap space"));

    assertThat(messageOf(unlinked)).isEqualTo(OutOfMemory.message() + System.lineSeparator());
  }

  /** Returns what is said of an error that is thrown while a command prints. */
  private static String messageOf(Error thrown) {
    PrintWriter broken =
        new PrintWriter(
            new StringWriter() {
              @Override
              public void write(String text, int from, int length) {
                throw thrown;
              }
            });
    StringWriter errors = new StringWriter();

    int exitCode =
        SeparatrixCommand.execute(broken, new PrintWriter(errors, true), "predictions", "list");

    assertThat(exitCode).isEqualTo(ExitCode.INTERNAL_ERROR);
    return errors.toString();
  }
}
