package org.separatrix.runner.verify;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.separatrix.runner.store.MalformedFileException;

/**
 * The keys of an object in a file of results; one that is missing or of another type is named.
 *
 * @param file the file
 * @param place where the object stands, a JSON pointer
 * @param node the object
 */
record JsonFields(Path file, String place, JsonNode node) {
  String text(String key) {
    JsonNode value = node.path(key);
    if (!value.isTextual()) {
      throw malformed(key, "a text");
    }
    return value.textValue();
  }

  long count(String key) {
    JsonNode value = node.path(key);
    if (!value.isIntegralNumber() || !value.canConvertToLong()) {
      throw malformed(key, "a whole number");
    }
    return value.longValue();
  }

  /** Returns a number, NaN for null, which stands for what is not finite. */
  double number(String key) {
    return number(key, node.path(key));
  }

  double[] numbers(String key) {
    JsonNode values = node.path(key);
    if (!values.isArray()) {
      throw malformed(key, "a list of numbers");
    }
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = number(key + "/" + i, values.get(i));
    }
    return numbers;
  }

  private double number(String key, JsonNode value) {
    if (value.isNull()) {
      return Double.NaN;
    }
    if (!value.isNumber()) {
      throw malformed(key, "a number");
    }
    return value.doubleValue();
  }

  Map<String, Long> counts(String key) {
    JsonFields inner = object(key);
    Map<String, Long> counts = new LinkedHashMap<>();
    inner.node.fieldNames().forEachRemaining(name -> counts.put(name, inner.count(name)));
    return counts;
  }

  List<String> texts(String key) {
    JsonNode values = node.path(key);
    if (!values.isArray()) {
      throw malformed(key, "a list of texts");
    }
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      if (!values.get(i).isTextual()) {
        throw malformed(key + "/" + i, "a text");
      }
      texts.add(values.get(i).textValue());
    }
    return texts;
  }

  boolean flag(String key) {
    JsonNode value = node.path(key);
    if (!value.isBoolean()) {
      throw malformed(key, "true or false");
    }
    return value.booleanValue();
  }

  boolean has(String key) {
    return node.hasNonNull(key);
  }

  JsonFields object(String key) {
    JsonNode value = node.path(key);
    if (!value.isObject()) {
      throw malformed(key, "an object");
    }
    return new JsonFields(file, place + "/" + key, value);
  }

  List<JsonFields> items(String key) {
    JsonNode list = node.path(key);
    if (!list.isArray()) {
      throw malformed(key, "a list");
    }
    List<JsonFields> items = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      if (!list.get(i).isObject()) {
        throw malformed(key + "/" + i, "an object");
      }
      items.add(new JsonFields(file, place + "/" + key + "/" + i, list.get(i)));
    }
    return items;
  }

  private MalformedFileException malformed(String key, String wanted) {
    return MalformedFileException.of(file, place + "/" + key, node.at("/" + key), wanted);
  }
}
