package org.separatrix.runner.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class LabelledLinesTest {
  @Test
  void textIsBrokenAtItsWidth() {
    assertThat(printed(30))
        .isEqualTo(
            """
              words   one two three four
                      five six
            """);
    assertThat(printed(20))
        .isEqualTo(
            """
              words   one two
                      three four
                      five six
            """);
  }

  private static String printed(int width) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new LabelledLines(out, 8, width).print("words", "one two three four five six");
    out.flush();
    return text.toString();
  }
}
