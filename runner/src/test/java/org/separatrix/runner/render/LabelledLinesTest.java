package org.separatrix.runner.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.function.Consumer;
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

  /** The codes of its colours take no room. */
  @Test
  void aTitleIsBrokenLikewise() {
    String title = new Style(true).title("a long name");

    assertThat(printed(20, lines -> lines.printTitled(title + "   ", 14, "one two three four")))
        .isEqualTo(title + "   one\n          two three\n          four\n");
  }

  @Test
  void aParagraphTakesTheWholeWidthAndKeepsItsStyle() {
    assertThat(printed(20, lines -> lines.printParagraph("one two three four five")))
        .isEqualTo("one two three four\n  five\n");
    assertThat(
            printed(
                20, lines -> lines.printParagraph("one two three four five", "<%s>"::formatted)))
        .isEqualTo("<one two three four>\n<  five>\n");
  }

  @Test
  void columnsWithinATextStay() {
    assertThat(printed(20, lines -> lines.print("words", "a    b   cc dd")))
        .isEqualTo(
            """
              words   a    b
                      cc dd
            """);
  }

  private static String printed(int width) {
    return printed(width, lines -> lines.print("words", "one two three four five six"));
  }

  private static String printed(int width, Consumer<LabelledLines> printing) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    printing.accept(new LabelledLines(out, 8, width));
    out.flush();
    return text.toString().replace(System.lineSeparator(), "\n");
  }
}
