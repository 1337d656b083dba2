package org.separatrix.runner.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class YamlReaderTest {
  private static final String TEXT =
      """
      # a comment
      name: x
      list:
        - {a: 1, "b c": 'it''s'}
        - [ 2, three ]
      text: "caf\u00e9 \\u0041"
      block: |
        two
        lines
      """;

  @TempDir private Path folder = Path.of("");

  @Test
  void knowsThePlaceOfEveryKeyAndValue() throws IOException {
    YamlMapping root = read(TEXT);
    YamlSequence list = (YamlSequence) get(root, "list");
    YamlMapping first = (YamlMapping) list.items().get(0);
    YamlSequence second = (YamlSequence) list.items().get(1);

    assertThat(place(root.keyLocation("name"))).isEqualTo("2:1");
    assertThat(place(get(root, "name").location())).isEqualTo("2:7");
    assertThat(place(list.location())).isEqualTo("4:3");
    assertThat(place(first.location())).isEqualTo("4:5");
    assertThat(place(first.keyLocation("b c"))).isEqualTo("4:12");
    assertThat(place(get(first, "b c").location())).isEqualTo("4:19");
    assertThat(place(second.items().get(1).location())).isEqualTo("5:10");
    assertThat(get(first, "a").location().source()).endsWith("study.yaml");
  }

  @Test
  void tellsPlainFromQuotedText() throws IOException {
    YamlMapping root = read("plain: 5\nquoted: \"5\"\nsingle: '5'\n");

    assertThat(((YamlScalar) get(root, "plain")).plain()).isTrue();
    assertThat(((YamlScalar) get(root, "quoted")).plain()).isFalse();
    assertThat(((YamlScalar) get(root, "single")).plain()).isFalse();
  }

  /** A character's place is known only where the source shows the text as it is. */
  @Test
  void knowsThePlaceOfACharacter() throws IOException {
    YamlMapping root = read("a: x^2 + y\nb: \"x^2 + y\"\nc: \"\\u0041 + y\"\nd: |\n  x^2\n");

    assertThat(place(((YamlScalar) get(root, "a")).locationOf(6))).isEqualTo("1:10");
    assertThat(place(((YamlScalar) get(root, "b")).locationOf(6))).isEqualTo("2:11");
    assertThat(place(((YamlScalar) get(root, "c")).locationOf(4))).isEqualTo("3:4");
    assertThat(place(((YamlScalar) get(root, "d")).locationOf(2))).isEqualTo("4:4");
  }

  @Test
  void countsColumnsInCharactersNotInCodeUnits() throws IOException {
    YamlMapping root = read("{\"\ud835\udc53\": 1, b: 2}");

    assertThat(place(get(root, "b").location())).isEqualTo("1:13");
  }

  @Test
  void followsNoAlias() {
    assertThatThrownBy(() -> read("a: &x [1]\nb: *x\n"))
        .isInstanceOf(InvalidStudyException.class)
        .hasMessageContaining(":1:4: anchors and aliases such as '&x'");
  }

  private YamlMapping read(String text) throws IOException {
    Path file = Files.writeString(folder.resolve("study.yaml"), text);
    Diagnostics diagnostics = new Diagnostics();
    YamlMapping root = YamlReader.read(file, diagnostics);
    diagnostics.throwIfAny();
    return root;
  }

  private static YamlNode get(YamlMapping mapping, String key) {
    return Objects.requireNonNull(mapping.get(key));
  }

  private static String place(Location location) {
    return location.line() + ":" + location.column();
  }
}
