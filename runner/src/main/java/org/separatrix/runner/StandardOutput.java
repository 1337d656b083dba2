package org.separatrix.runner;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Standard output that remembers why it could not be written, which printers forget. Nothing is
 * written after what was lost.
 */
final class StandardOutput extends OutputStream {
  private final OutputStream target;
  private @Nullable IOException failure;

  StandardOutput(OutputStream target) {
    this.target = target;
  }

  @Override
  public synchronized void write(int octet) throws IOException {
    write(new byte[] {(byte) octet}, 0, 1);
  }

  @Override
  public synchronized void write(byte[] bytes, int from, int length) throws IOException {
    if (failure != null) {
      throw failure;
    }
    try {
      target.write(bytes, from, length);
    } catch (IOException unwritable) {
      failure = unwritable;
      throw unwritable;
    }
  }

  /** Returns why something that somebody wanted was not written, if so. */
  synchronized Optional<String> lost() {
    return Optional.ofNullable(failure)
        .map(reason -> String.valueOf(reason.getMessage()))
        .filter(reason -> !isUnwanted(reason));
  }

  /** A reader that has seen enough, such as head, closes the pipe; Java has no other sign of it. */
  private static boolean isUnwanted(String reason) {
    String words = reason.toLowerCase(Locale.ROOT);
    return words.contains("broken pipe") || words.contains("pipe is being closed");
  }
}
