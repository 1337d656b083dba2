package org.separatrix.runner.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value given on the command line for a place in a study, such as {@code
 * optimizers[0].step=0.05}. The value is YAML.
 */
public final class Assignment {
  private static final String KEY = "[^\\s.\\[\\]=]+";
  private static final Pattern PATH = Pattern.compile(KEY + "(\\[[0-9]{1,6}\\]|\\." + KEY + ")*");
  private static final Pattern PART = Pattern.compile("\\[([0-9]+)\\]|" + KEY);

  private final Diagnostics diagnostics;
  private final Location location;
  private final List<String> parts;
  private final YamlNode value;

  private Assignment(
      Diagnostics diagnostics, Location location, List<String> parts, YamlNode value) {
    this.diagnostics = diagnostics;
    this.location = location;
    this.parts = parts;
    this.value = value;
  }

  /**
   * Changes a study.
   *
   * @param root the study
   * @param option a path, an equals sign and a value
   * @param diagnostics receives what is wrong
   * @return the study with the value at the path
   * @throws InvalidStudyException if the option is not of this form or the path leads nowhere
   */
  public static YamlMapping apply(YamlMapping root, String option, Diagnostics diagnostics) {
    int sign = option.indexOf('=');
    String path = sign < 0 ? option : option.substring(0, sign);
    Location location = Location.of("--set " + path);
    if (sign < 0 || !PATH.matcher(path).matches()) {
      throw diagnostics.fatal(
          location, "expected a path and a value, such as optimizers[0].step=0.05");
    }
    List<String> parts = PART.matcher(path).results().map(MatchResult::group).toList();
    YamlNode value = YamlReader.value(option.substring(sign + 1), location, diagnostics);
    return (YamlMapping) new Assignment(diagnostics, location, parts, value).set(root, 0);
  }

  private YamlNode set(YamlNode node, int depth) {
    if (depth == parts.size()) {
      return value;
    }
    String part = parts.get(depth);
    return part.startsWith("[") ? setItem(node, depth, part) : setKey(node, depth, part);
  }

  private YamlNode setItem(YamlNode node, int depth, String part) {
    if (!(node instanceof YamlSequence list)) {
      throw fail("'%s' is %s, not a list".formatted(path(depth), node.describe()));
    }
    int index = Integer.parseInt(part.substring(1, part.length() - 1));
    int size = list.items().size();
    if (index >= size) {
      throw fail(
          "'%s' has %s, counted from [0]"
              .formatted(path(depth), size == 1 ? "1 item" : size + " items"));
    }
    return list.with(index, set(list.items().get(index), depth + 1));
  }

  private YamlNode setKey(YamlNode node, int depth, String key) {
    if (node instanceof YamlSequence list) {
      throw fail(
          "'%s' is a list.%nMaybe write %s.".formatted(path(depth), throughItem(list, depth)));
    }
    if (!(node instanceof YamlMapping mapping)) {
      throw fail(
          "'%s' is %s, which has no keys".formatted(path(depth), node.describe())
              + withKeys(node, depth, key));
    }
    YamlNode child = mapping.get(key);
    if (child == null && depth + 1 < parts.size()) {
      child = absent(mapping, depth, key);
    }
    YamlNode changed = child == null ? value : set(child, depth + 1);
    return mapping.with(key, changed);
  }

  /** The path through an item of a list that is named by its number, name or type, or the first. */
  private String throughItem(YamlSequence list, int depth) {
    String key = parts.get(depth);
    List<YamlNode> items = list.items();
    OptionalInt named =
        IntStream.range(0, items.size())
            .filter(i -> key.equals(Integer.toString(i)) || isNamed(items.get(i), key))
            .findFirst();
    List<String> path = new ArrayList<>(parts);
    if (named.isPresent()) {
      path.remove(depth);
    }
    path.add(depth, "[" + named.orElse(0) + "]");
    return path(path);
  }

  private static boolean isNamed(@Nullable YamlNode item, String key) {
    return item instanceof YamlMapping mapping
        ? Stream.of("name", "type").anyMatch(each -> isNamed(mapping.get(each), key))
        : item instanceof YamlScalar id && id.text().equals(key);
  }

  /** An item that is an id alone gets keys when it is written as a mapping. */
  private String withKeys(YamlNode node, int depth, String key) {
    boolean item = depth > 0 && parts.get(depth - 1).startsWith("[");
    return item && depth + 1 == parts.size() && node instanceof YamlScalar id
        ? ".%nMaybe write --set '%s={type: %s, %s: %s}'."
            .formatted(path(depth), id.text(), key, YamlWriter.flow(value))
        : "";
  }

  private YamlNode absent(YamlMapping mapping, int depth, String key) {
    if (parts.get(depth + 1).startsWith("[")) {
      String where = depth == 0 ? "the study" : "'" + path(depth) + "'";
      throw fail(
          "%s has no list '%s'.%s It has %s."
              .formatted(
                  where,
                  key,
                  Suggestions.didYouMean(key, mapping.keys()),
                  String.join(", ", mapping.keys())));
    }
    return new YamlMapping(location, Map.of());
  }

  /** The path up to a depth, as the user writes it. */
  private String path(int depth) {
    return path(parts.subList(0, depth));
  }

  private static String path(List<String> parts) {
    return String.join(".", parts).replace(".[", "[");
  }

  private InvalidStudyException fail(String message) {
    return diagnostics.fatal(location, message);
  }
}
