package org.separatrix.runner.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds JSON against the record that it was written from: every key is there and of its type. Other
 * keys are left alone, since a later version may have added them.
 */
final class RecordShape {
  private final Path file;

  private RecordShape(Path file) {
    this.file = file;
  }

  /**
   * Checks a file.
   *
   * @param file names it in messages
   * @param tree its content
   * @param type the record
   * @throws MalformedFileException if a key is missing or of another type
   */
  static void check(Path file, JsonNode tree, Class<? extends Record> type) {
    new RecordShape(file).object(tree, "", type);
  }

  private void object(JsonNode node, String place, Class<?> type) {
    require(node.isObject(), node, place, "an object");
    for (RecordComponent component : type.getRecordComponents()) {
      JsonNode value = node.path(component.getName());
      boolean optional = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
      if (!optional || !(value.isMissingNode() || value.isNull())) {
        value(value, place + "/" + component.getName(), component.getGenericType());
      }
    }
  }

  private void value(JsonNode node, String place, Type type) {
    if (type instanceof ParameterizedType many && many.getRawType() == List.class) {
      list(node, place, many.getActualTypeArguments()[0]);
    } else if (type instanceof ParameterizedType many && many.getRawType() == Map.class) {
      require(node.isObject(), node, place, "an object");
      Type each = many.getActualTypeArguments()[1];
      node.properties()
          .forEach(entry -> value(entry.getValue(), place + "/" + entry.getKey(), each));
    } else if (type instanceof Class<?> single && single.isArray()) {
      list(node, place, single.getComponentType());
    } else if (type instanceof Class<?> single && single.isRecord()) {
      object(node, place, single);
    } else {
      scalar(node, place, type);
    }
  }

  private void list(JsonNode node, String place, Type type) {
    require(node.isArray(), node, place, "a list");
    for (int i = 0; i < node.size(); i++) {
      value(node.get(i), place + "/" + i, type);
    }
  }

  private void scalar(JsonNode node, String place, Type type) {
    if (type == String.class) {
      require(
          node.isTextual() && node.textValue().chars().noneMatch(RecordShape::isControl),
          node,
          place,
          "a text without control characters");
    } else if (type == double.class || type == Double.class) {
      require(node.isNumber() || node.isNull(), node, place, "a number");
    } else if (type == boolean.class) {
      require(node.isBoolean(), node, place, "true or false");
    } else if (type == JsonNode.class) {
      require(!node.isMissingNode(), node, place, "there");
    } else {
      require(node.isIntegralNumber(), node, place, "a whole number");
      require(
          !(type == int.class || type == long.class) || node.canConvertToLong(),
          node,
          place,
          "a whole number below 2^63");
    }
  }

  /** Escape sequences would move the cursor of whoever prints the text. */
  private static boolean isControl(int character) {
    return Character.isISOControl(character) && !Character.isWhitespace(character);
  }

  private void require(boolean holds, JsonNode node, String place, String wanted) {
    if (!holds) {
      throw MalformedFileException.of(file, place, node, wanted);
    }
  }
}
