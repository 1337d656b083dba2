package org.separatrix.runner.scaffold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Texts that are kept beside this class. */
final class Template {
  private Template() {}

  static String read(String name) {
    String file = name + ".txt";
    try (InputStream stream = Template.class.getResourceAsStream(file)) {
      if (stream == null) {
        throw new IllegalStateException("no template " + file);
      }
      return new String(stream.readAllBytes(), UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
