package org.separatrix.runner.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns YAML into JSON. */
public final class YamlJson {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private YamlJson() {}

  /**
   * Returns a value as JSON. A plain scalar that is neither a number nor a truth value is a text.
   *
   * @param node the value
   */
  public static JsonNode of(YamlNode node) {
    if (node instanceof YamlMapping mapping) {
      ObjectNode object = JSON.objectNode();
      mapping.entries().forEach((key, entry) -> object.set(key, of(entry.value())));
      return object;
    }
    if (node instanceof YamlSequence list) {
      ArrayNode array = JSON.arrayNode();
      list.items().forEach(item -> array.add(of(item)));
      return array;
    }
    YamlScalar scalar = (YamlScalar) node;
    String text = scalar.text();
    if (!scalar.plain() || Scalars.isPlainText(text)) {
      return JSON.textNode(text);
    }
    if (text.equals("true") || text.equals("false")) {
      return JSON.booleanNode(Boolean.parseBoolean(text));
    }
    return text.matches("-?[0-9]{1,18}")
        ? JSON.numberNode(Long.parseLong(text))
        : JSON.numberNode(Double.parseDouble(text));
  }
}
