package org.separatrix.runner.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.StepSize;

/** Says in words what kind of value a key takes. */
public final class TypeNames {
  private TypeNames() {}

  /**
   * Returns the words.
   *
   * @param type of a component of a config record
   */
  public static String of(Type type) {
    if (type instanceof ParameterizedType generic) {
      Type[] arguments = generic.getActualTypeArguments();
      return generic.getRawType() == Map.class
          ? "keys with a " + of(arguments[1]) + " each"
          : "list of " + plural(arguments[0]);
    }
    Class<?> raw = (Class<?>) type;
    if (raw.isArray()) {
      return "list of " + plural(raw.getComponentType());
    }
    if (raw.isEnum()) {
      return String.join(" or ", constants(raw));
    }
    if (raw.isSealed()) {
      return Arrays.stream(raw.getPermittedSubclasses())
          .map(each -> each.isRecord() ? keys(each) : of(each))
          .collect(Collectors.joining(" or "));
    }
    if (raw == StepSize.class) {
      return "number, {times-1-over-L: number} or {times-2-over-L: number}";
    }
    if (raw == Box.class) {
      return "[low, high] or a list of them";
    }
    if (raw == YamlNode.class) {
      return "entry";
    }
    return raw.isRecord() ? "keys" : scalar(raw);
  }

  /**
   * Tells whether a value of this type has keys that are described on their own.
   *
   * @param type of a component of a config record
   */
  public static boolean hasKeys(Type type) {
    return type instanceof Class<?> raw
        && raw.isRecord()
        && !YamlNode.class.isAssignableFrom(raw)
        && raw != StepSize.class
        && raw != Box.class;
  }

  private static String keys(Class<?> type) {
    return ConfigSchema.of(type.asSubclass(Record.class)).keys().stream()
        .map(key -> key.name() + ": " + of(key.type()))
        .collect(Collectors.joining(", ", "{", "}"));
  }

  /**
   * Returns the words for the constants of an enum.
   *
   * @param type the enum
   */
  public static List<String> constants(Class<?> type) {
    return Arrays.stream(type.getEnumConstants()).map(ValueBinder::constantName).toList();
  }

  private static String scalar(Class<?> raw) {
    if (raw == boolean.class || raw == Boolean.class) {
      return "true or false";
    }
    if (raw == double.class || raw == Double.class) {
      return "number";
    }
    if (raw == Path.class) {
      return "file name";
    }
    return raw == String.class ? "text" : "whole number";
  }

  private static String plural(Type type) {
    if (type == YamlNode.class) {
      return "entries";
    }
    if (type == String.class) {
      return "texts";
    }
    if (type == double.class || type == Double.class) {
      return "numbers";
    }
    return type == double[].class ? "lists of numbers" : of(type);
  }
}
