package org.separatrix.runner.yaml;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a tree as YAML: a line for each key, and for each item of a list of entries. */
public final class YamlWriter {
  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_./-]*");

  private YamlWriter() {}

  /**
   * Returns a mapping as the text of a file.
   *
   * @param root the mapping
   * @param comments lines to put in front
   */
  public static String write(YamlMapping root, List<String> comments) {
    StringBuilder text = new StringBuilder();
    comments.forEach(line -> text.append("# ").append(line).append('\n'));
    root.entries()
        .forEach(
            (key, entry) -> {
              if (entry.value() instanceof YamlSequence list && !list.items().isEmpty()) {
                text.append(word(key)).append(":\n");
                list.items().forEach(item -> text.append("  - ").append(flow(item)).append('\n'));
              } else {
                text.append(word(key)).append(": ").append(flow(entry.value())).append('\n');
              }
            });
    return text.toString();
  }

  /**
   * Returns a value on one line.
   *
   * @param node the value
   */
  public static String flow(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      return mapping.entries().entrySet().stream()
          .map(entry -> word(entry.getKey()) + ": " + flow(entry.getValue().value()))
          .collect(Collectors.joining(", ", "{", "}"));
    }
    if (node instanceof YamlSequence list) {
      return list.items().stream()
          .map(YamlWriter::flow)
          .collect(Collectors.joining(", ", "[", "]"));
    }
    YamlScalar scalar = (YamlScalar) node;
    return scalar.plain() ? scalar.text() : word(scalar.text());
  }

  private static String word(String text) {
    return WORD.matcher(text).matches() && Scalars.isPlainText(text) ? text : quoted(text);
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("\"");
    text.codePoints()
        .forEach(
            character -> {
              switch (character) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> {
                  if (character < 0x20
                      || (character > 0x7e && character < 0xa0)
                      || character > 0xffff) {
                    quoted.append("\\U%08x".formatted(character));
                  } else {
                    quoted.appendCodePoint(character);
                  }
                }
              }
            });
    return quoted.append('"').toString();
  }
}
