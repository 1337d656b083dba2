package org.separatrix.runner.schema;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.Sweep;
import org.separatrix.runner.yaml.TypeNames;

/**
 * Says in JSON Schema which values a key of a config record takes.
 *
 * <p>Which numbers a record refuses stands in its constructor, and is not said; nor is the form of
 * whole numbers such as {@code 1.0e+5}, which JSON Schema takes for whole as YAML does here.
 */
final class ValueSchemas {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A number with its digits in groups is a text to other readers of YAML. */
  private static final String GROUPED = "^[-+]?[0-9]{1,3}(_[0-9]{3})+$";

  private final boolean sweeps;

  /**
   * Creates schemas.
   *
   * @param sweeps whether a list may stand in place of a single value
   */
  ValueSchemas(boolean sweeps) {
    this.sweeps = sweeps;
  }

  /** The keys and values of a record, and no other keys. */
  ObjectNode record(ConfigSchema config) {
    ObjectNode schema = Documentation.of(config).put("type", "object");
    ObjectNode properties = schema.putObject("properties");
    config.keys().forEach(key -> properties.set(key.name(), key(key)));
    List<String> required =
        config.keys().stream().filter(ConfigKey::isRequired).map(ConfigKey::name).toList();
    if (!required.isEmpty()) {
      required.forEach(schema.putArray("required")::add);
    }
    return schema.put("additionalProperties", false);
  }

  /** The values of a key, with its documentation. */
  ObjectNode key(ConfigKey key) {
    ObjectNode schema = Documentation.of(key);
    schema.setAll(value(key.type()));
    return schema;
  }

  private ObjectNode value(Type type) {
    ObjectNode single = single(type);
    if (!sweeps || !Sweep.isScalar(type)) {
      return single;
    }
    ObjectNode list = list(single).put("minItems", 1).put("uniqueItems", true);
    return either(single, list);
  }

  private ObjectNode single(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      if (generic.getRawType() == Map.class) {
        ObjectNode map = object().put("type", "object");
        map.set("additionalProperties", value(arguments[1]));
        return map;
      }
      return list(single(arguments[0]));
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isArray()) {
      return list(single(raw.getComponentType()));
    }
    if (raw.isEnum()) {
      ObjectNode constants = object();
      TypeNames.constants(raw).forEach(constants.putArray("enum")::add);
      return constants;
    }
    if (raw == StepSize.class) {
      return stepSize();
    }
    if (raw == Box.class) {
      ObjectNode interval = list(number("number")).put("minItems", 2).put("maxItems", 2);
      return either(interval, list(interval).put("minItems", 1));
    }
    if (raw.isSealed()) {
      ObjectNode any = object();
      ArrayNode choices = any.putArray("anyOf");
      Stream.of(raw.getPermittedSubclasses()).map(this::single).forEach(choices::add);
      return any;
    }
    return raw.isRecord() ? record(ConfigSchema.of(raw.asSubclass(Record.class))) : scalar(raw);
  }

  /** A positive number, or exactly one of the units with one. */
  private ObjectNode stepSize() {
    ObjectNode number = object().put("type", "number").put("exclusiveMinimum", 0);
    ObjectNode units = object().put("type", "object");
    ObjectNode properties = units.putObject("properties");
    for (StepSize.Unit unit : List.of(StepSize.Unit.ONE_OVER_L, StepSize.Unit.TWO_OVER_L)) {
      ObjectNode list = list(number).put("minItems", 1).put("uniqueItems", true);
      properties.set(unit.key(), sweeps ? either(number, list) : number);
    }
    units.put("additionalProperties", false).put("minProperties", 1).put("maxProperties", 1);
    return either(number, units);
  }

  private static ObjectNode scalar(Class<?> raw) {
    if (raw == boolean.class || raw == Boolean.class) {
      return object().put("type", "boolean");
    }
    if (raw == String.class || raw == Path.class) {
      return object().put("type", "string");
    }
    if (raw == double.class || raw == Double.class) {
      return number("number");
    }
    if (raw == int.class || raw == Integer.class || raw == long.class || raw == Long.class) {
      return number("integer");
    }
    throw new IllegalStateException("no schema is known of " + raw.getName());
  }

  private static ObjectNode number(String type) {
    ObjectNode schema = object();
    schema.putArray("type").add(type).add("string");
    return schema.put("pattern", GROUPED);
  }

  private static ObjectNode list(ObjectNode items) {
    ObjectNode list = object().put("type", "array");
    list.set("items", items);
    return list;
  }

  private static ObjectNode either(ObjectNode first, ObjectNode second) {
    ObjectNode either = object();
    either.putArray("anyOf").add(first).add(second);
    return either;
  }

  private static ObjectNode object() {
    return JSON.objectNode();
  }
}
