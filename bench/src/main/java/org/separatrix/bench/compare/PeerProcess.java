package org.separatrix.bench.compare;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import org.separatrix.bench.peer.Request;

/** A peer that runs as a process of its own and answers requests on its standard output. */
final class PeerProcess implements AutoCloseable {
  private final String name;
  private final Process process;
  private final Writer requests;
  private final BufferedReader answers;
  private final String greeting;

  /**
   * Starts a process.
   *
   * @param name its name
   * @param log receives its standard error
   * @param command the command
   */
  PeerProcess(String name, Path log, List<String> command) throws IOException {
    this.name = name;
    ProcessBuilder builder = new ProcessBuilder(command);
    // The libraries under numpy and ND4J take all processors otherwise.
    builder.environment().put("OPENBLAS_NUM_THREADS", "1");
    builder.environment().put("OMP_NUM_THREADS", "1");
    builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    process = builder.start();
    requests = process.outputWriter();
    answers = process.inputReader();
    greeting = read();
  }

  /** Returns what it said first: {@code ready}, or why it cannot work. */
  String greeting() {
    return greeting;
  }

  /** Tells whether it can work. */
  boolean isReady() {
    return greeting.equals("ready");
  }

  /**
   * Asks for something.
   *
   * @return the answer, a line
   * @throws IllegalStateException if the answer is an error
   */
  String ask(Request request) {
    try {
      requests.write(request.line() + "\n");
      requests.flush();
      String answer = read();
      if (answer.startsWith("error")) {
        throw new IllegalStateException("%s: %s%nto %s".formatted(name, answer, request.line()));
      }
      return answer;
    } catch (IOException failure) {
      throw new UncheckedIOException(name + " is gone", failure);
    }
  }

  private String read() throws IOException {
    String line = answers.readLine();
    return line == null ? "error it ended" : line;
  }

  /** Ends the process. */
  @Override
  public void close() throws IOException {
    requests.close();
    process.destroy();
  }
}
