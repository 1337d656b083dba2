package org.separatrix.runner;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StandardOutputTest {
  @Test
  void handsOnWhatIsWritten() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    StandardOutput output = new StandardOutput(bytes);

    print(output, "some words");

    assertThat(bytes.toString(UTF_8)).isEqualTo("some words");
    assertThat(output.lost()).isEmpty();
  }

  @Test
  void remembersWhyItCouldNotBeWritten() {
    StandardOutput output = new StandardOutput(new Broken("No space left on device"));

    print(output, "some words");
    print(output, "more");

    assertThat(output.lost()).hasValue("No space left on device");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Broken pipe", "The pipe is being closed"})
  void aReaderThatHasSeenEnoughMissesNothing(String message) {
    StandardOutput output = new StandardOutput(new Broken(message));

    print(output, "some words");

    assertThat(output.lost()).isEmpty();
  }

  private static void print(StandardOutput output, String text) {
    PrintWriter writer = new PrintWriter(output, true, UTF_8);
    writer.print(text);
    writer.flush();
  }

  private static final class Broken extends OutputStream {
    private final String message;

    Broken(String message) {
      this.message = message;
    }

    @Override
    public void write(int octet) throws IOException {
      throw new IOException(message);
    }
  }
}
