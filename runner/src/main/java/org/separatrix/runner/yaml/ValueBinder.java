package org.separatrix.runner.yaml;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.runner.input.InputFile;

/** Makes the value of one key, by the type of the record's component. */
final class ValueBinder {
  private final RecordBinder records;
  private final Diagnostics diagnostics;
  private final Path folder;
  private final Scalars scalars;
  private final QuantityBinder quantities;

  ValueBinder(RecordBinder records, Diagnostics diagnostics, Path folder) {
    this.folder = folder;
    this.records = records;
    this.diagnostics = diagnostics;
    this.scalars = new Scalars(diagnostics);
    this.quantities = new QuantityBinder(scalars, diagnostics);
  }

  /** Returns the value, or null if something is wrong, which has been reported. */
  @Nullable Object bind(YamlNode node, Type type, String what) {
    if (node instanceof YamlScalar scalar && scalar.isNull()) {
      diagnostics.add(
          node.location(),
          "%s has no value.%nMaybe give it one, or remove the key.".formatted(what));
      return null;
    }
    if (type instanceof ParameterizedType generic) {
      return generic.getRawType() == Map.class
          ? map(node, generic.getActualTypeArguments()[1], what)
          : list(node, generic.getActualTypeArguments()[0], what);
    }
    Class<?> raw = (Class<?>) type;
    if (raw == YamlNode.class) {
      return node;
    }
    if (raw == YamlMapping.class) {
      return mapping(node, "keys and values for " + what);
    }
    if (raw == double.class || raw == Double.class) {
      return scalars.number(node);
    }
    if (raw == long.class || raw == Long.class) {
      return scalars.whole(node, Long.MIN_VALUE, Long.MAX_VALUE);
    }
    if (raw == int.class || raw == Integer.class) {
      Long value = scalars.whole(node, Integer.MIN_VALUE, Integer.MAX_VALUE);
      return value == null ? null : Math.toIntExact(value);
    }
    if (raw == boolean.class || raw == Boolean.class) {
      return scalars.truth(node);
    }
    if (raw == String.class) {
      return scalars.text(node);
    }
    if (raw == Path.class) {
      return path(node);
    }
    return composite(node, raw, what);
  }

  private @Nullable Path path(YamlNode node) {
    String name = scalars.text(node);
    if (name != null && name.isEmpty()) {
      diagnostics.add(node.location(), "the name is empty: name a file");
      return null;
    }
    try {
      return name == null ? null : unchanged(folder.resolve(name).normalize(), node, name);
    } catch (InvalidPathException impossible) {
      diagnostics.add(node.location(), "'%s' is not a file name".formatted(name));
      return null;
    }
  }

  /** What a copy in results was changed to is not what the results came from. */
  private @Nullable Path unchanged(Path file, YamlNode node, String name) {
    if (InputFile.isCopy(file)
        && InputFile.read(file).filter(copy -> !copy.hasNameOfItsContent()).isPresent()) {
      diagnostics.add(
          node.location(),
          ("%s was changed after it had been copied: its name has the checksum of what it was.%n"
                  + "Maybe put that back, or run the study that named the original again.")
              .formatted(name));
      return null;
    }
    return file;
  }

  private @Nullable Object composite(YamlNode node, Class<?> raw, String what) {
    if (raw.isSealed()) {
      return alternative(node, raw, what);
    }
    if (raw.isEnum()) {
      return constant(node, raw);
    }
    if (raw.isArray()) {
      return array(node, raw.getComponentType(), what);
    }
    if (raw == StepSize.class) {
      return quantities.stepSize(node, what);
    }
    if (raw == Box.class) {
      return box(node, what);
    }
    if (raw.isRecord()) {
      if (node instanceof YamlMapping mapping) {
        return records.bind(mapping, raw.asSubclass(Record.class), what, List.of());
      }
      mismatch(node, "keys for " + what);
      return null;
    }
    throw new IllegalStateException(
        "%s has the type %s, which cannot be given in YAML".formatted(what, raw.getName()));
  }

  /** A word is a constant of the enum that a sealed type permits, keys are of the record. */
  private @Nullable Object alternative(YamlNode node, Class<?> type, String what) {
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (permitted.isEnum() ? isConstant(node, permitted) : node instanceof YamlMapping) {
        return composite(node, permitted, what);
      }
    }
    mismatch(node, TypeNames.of(type));
    return null;
  }

  private static boolean isConstant(YamlNode node, Class<?> type) {
    return node instanceof YamlScalar scalar
        && Arrays.stream(type.getEnumConstants())
            .anyMatch(constant -> constantName(constant).equals(scalar.text()));
  }

  private @Nullable Object constant(YamlNode node, Class<?> type) {
    List<String> names = TypeNames.constants(type);
    if (!(node instanceof YamlScalar scalar)) {
      mismatch(node, "one of " + String.join(", ", names));
      return null;
    }
    int index = names.indexOf(scalar.text());
    if (index < 0) {
      diagnostics.add(
          node.location(),
          "expected one of %s, but got %s.%s"
              .formatted(
                  String.join(", ", names),
                  node.describe(),
                  Suggestions.didYouMean(scalar.text(), names)));
      return null;
    }
    return type.getEnumConstants()[index];
  }

  /** The name of an enum constant in YAML. */
  static String constantName(Object constant) {
    return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private @Nullable List<Object> list(YamlNode node, Type type, String what) {
    if (!(node instanceof YamlSequence sequence)) {
      mismatch(node, "a list for " + what);
      return null;
    }
    List<Object> values = new ArrayList<>();
    int index = 0;
    for (YamlNode item : sequence.items()) {
      Object value = bind(item, type, "item " + ++index + " of " + what);
      if (value != null) {
        values.add(value);
      }
    }
    return values.size() == sequence.items().size() ? values : null;
  }

  private @Nullable Object array(YamlNode node, Class<?> type, String what) {
    List<Object> values = list(node, type, what);
    if (values == null) {
      return null;
    }
    Object array = Array.newInstance(type, values.size());
    for (int i = 0; i < values.size(); i++) {
      Array.set(array, i, values.get(i));
    }
    return array;
  }

  private @Nullable Box box(YamlNode node, String what) {
    boolean isSingle =
        node instanceof YamlSequence list
            && !list.items().isEmpty()
            && list.items().stream().allMatch(YamlScalar.class::isInstance);
    Object numbers = array(node, isSingle ? double.class : double[].class, what);
    if (!(node instanceof YamlSequence sequence) || numbers == null) {
      return null;
    }
    return isSingle
        ? quantities.box(sequence, (double[]) numbers, what)
        : quantities.box(sequence, (double[][]) numbers, what);
  }

  private @Nullable Map<String, Object> map(YamlNode node, Type type, String what) {
    YamlMapping mapping = mapping(node, "keys and values for " + what);
    if (mapping == null) {
      return null;
    }
    Map<String, Object> values = new LinkedHashMap<>();
    mapping
        .entries()
        .forEach(
            (key, entry) -> {
              Object value = bind(entry.value(), type, "'" + key + "' in " + what);
              if (value != null) {
                values.put(key, value);
              }
            });
    return values.size() == mapping.keys().size() ? values : null;
  }

  private @Nullable YamlMapping mapping(YamlNode node, String expected) {
    if (node instanceof YamlMapping mapping) {
      return mapping;
    }
    mismatch(node, expected);
    return null;
  }

  private void mismatch(YamlNode node, String expected) {
    diagnostics.add(
        node.location(), "expected %s, but got %s".formatted(expected, node.describe()));
  }
}
