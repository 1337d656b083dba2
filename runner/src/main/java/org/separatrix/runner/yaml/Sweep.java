package org.separatrix.runner.yaml;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.optimizer.StepSize;

/**
 * Expands lists that stand where a single value is expected: an entry with such lists stands for
 * one entry for each combination of their values, the first list varying slowest.
 */
public final class Sweep {
  private final Diagnostics diagnostics;
  private final int most;

  /**
   * Creates a sweep.
   *
   * @param diagnostics receives what is wrong
   * @param most how many entries one may stand for
   */
  public Sweep(Diagnostics diagnostics, int most) {
    this.diagnostics = diagnostics;
    this.most = most;
  }

  /**
   * One combination.
   *
   * @param node the entry with single values
   * @param choices the values that were chosen from lists, by path such as {@code theory.rho}
   */
  public record Variant(YamlMapping node, Map<String, YamlNode> choices) {}

  /**
   * Expands an entry.
   *
   * @param node the entry
   * @param config the config record that the entry will be bound to
   * @return the combinations; none if something is wrong, which has been reported
   */
  public List<Variant> expand(YamlMapping node, Class<? extends Record> config) {
    List<Variant> variants = new ArrayList<>();
    for (Choice choice : mapping(node, typesOf(config), "")) {
      variants.add(new Variant((YamlMapping) choice.node(), choice.choices()));
    }
    return variants;
  }

  private record Choice(YamlNode node, Map<String, YamlNode> choices) {}

  private static Function<String, @Nullable Type> typesOf(Class<? extends Record> config) {
    ConfigSchema schema = ConfigSchema.of(config);
    return name -> schema.key(name).map(ConfigKey::type).orElse(null);
  }

  private List<Choice> mapping(
      YamlMapping node, Function<String, @Nullable Type> types, String path) {
    List<Choice> combinations = List.of(new Choice(node, Map.of()));
    for (Map.Entry<String, YamlMapping.Entry> entry : node.entries().entrySet()) {
      String key = entry.getKey();
      List<Choice> values = value(entry.getValue().value(), types.apply(key), path + key);
      if ((long) combinations.size() * values.size() > most) {
        diagnostics.add(
            node.location(),
            "the lists in this entry make more than %,d combinations".formatted(most));
        return List.of();
      }
      combinations = product(combinations, key, values);
    }
    return combinations;
  }

  private static List<Choice> product(List<Choice> combinations, String key, List<Choice> values) {
    if (values.size() == 1 && values.get(0).choices().isEmpty()) {
      return combinations;
    }
    List<Choice> product = new ArrayList<>();
    for (Choice combination : combinations) {
      for (Choice value : values) {
        Map<String, YamlNode> choices = new LinkedHashMap<>(combination.choices());
        choices.putAll(value.choices());
        product.add(
            new Choice(((YamlMapping) combination.node()).with(key, value.node()), choices));
      }
    }
    return product;
  }

  private List<Choice> value(YamlNode node, @Nullable Type type, String path) {
    if (node instanceof YamlSequence list && isScalar(type)) {
      return list(list, type, path);
    }
    if (node instanceof YamlMapping mapping) {
      if (type == StepSize.class) {
        return stepSize(mapping, path);
      }
      if (type instanceof Class<?> config && TypeNames.hasKeys(type)) {
        return mapping(mapping, typesOf(config.asSubclass(Record.class)), path + ".");
      }
      if (type instanceof ParameterizedType generic && generic.getRawType() == Map.class) {
        return mapping(mapping, key -> generic.getActualTypeArguments()[1], path + ".");
      }
    }
    return List.of(new Choice(node, Map.of()));
  }

  private List<Choice> list(YamlSequence list, @Nullable Type type, String path) {
    if (list.items().isEmpty()) {
      diagnostics.add(
          list.location(), "'%s' is an empty list: it needs at least one value".formatted(path));
    }
    List<Choice> choices = new ArrayList<>();
    for (YamlNode item : list.items()) {
      if (item instanceof YamlMapping step && type == StepSize.class) {
        for (Choice inner : stepSize(step, path)) {
          choices.add(new Choice(inner.node(), Map.of(path, inner.node())));
        }
      } else {
        choices.add(new Choice(item, Map.of(path, item)));
      }
    }
    return choices;
  }

  private List<Choice> stepSize(YamlMapping step, String path) {
    Type number = double.class;
    List<Choice> steps = new ArrayList<>();
    for (Choice choice : mapping(step, unit -> number, path + ".")) {
      boolean swept = !choice.choices().isEmpty();
      steps.add(new Choice(choice.node(), swept ? Map.of(path, choice.node()) : Map.of()));
    }
    return steps;
  }

  /**
   * Tells whether a value of this type is never a list, so that a list stands for a sweep.
   *
   * @param type of a component of a config record, or null if it is not known
   */
  public static boolean isScalar(@Nullable Type type) {
    return type instanceof Class<?> raw
        && (raw == StepSize.class
            || raw == String.class
            || raw == Path.class
            || raw == Boolean.class
            || raw.isPrimitive()
            || raw.isEnum()
            || Number.class.isAssignableFrom(raw));
  }
}
