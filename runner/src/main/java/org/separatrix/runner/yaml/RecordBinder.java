package org.separatrix.runner.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.plugin.Failure;

/**
 * Makes config records from YAML, and reports everything that does not fit at its place.
 *
 * <p>What a record's constructor refuses is reported at the key that its message begins with.
 */
public final class RecordBinder {
  private static final Pattern FIRST_WORD = Pattern.compile("'?([a-z0-9]+(-[a-z0-9]+)*)");

  private final Diagnostics diagnostics;
  private final ValueBinder values;

  /**
   * Creates a binder.
   *
   * @param diagnostics receives what is wrong
   * @param folder where relative file names start
   */
  public RecordBinder(Diagnostics diagnostics, Path folder) {
    this.diagnostics = diagnostics;
    this.values = new ValueBinder(this, diagnostics, folder);
  }

  /**
   * Makes a record.
   *
   * @param <R> the record
   * @param node the keys and values
   * @param type the record's class
   * @param owner what the keys are for, such as {@code optimizer 'heavy-ball'}
   * @param others keys that may stand there too and are read by someone else
   * @return the record, or null if something is wrong, which has been reported
   */
  public <R extends Record> @Nullable R bind(
      YamlMapping node, Class<R> type, String owner, List<String> others) {
    ConfigSchema schema = ConfigSchema.of(type);
    List<String> known = new ArrayList<>(schema.names());
    others.stream().filter(other -> !known.contains(other)).forEach(known::add);
    List<String> unknown = node.keys().stream().filter(key -> !known.contains(key)).toList();
    unknown.forEach(key -> diagnostics.add(node.keyLocation(key), unknown(key, owner, known)));
    boolean complete = unknown.isEmpty();
    List<@Nullable Object> arguments = new ArrayList<>();
    for (ConfigKey key : schema.keys()) {
      YamlNode given = node.get(key.name());
      if (given == null && key.isRequired()) {
        complete = false;
        // A misspelt key is one problem, not two.
        if (unknown.stream().noneMatch(word -> Suggestions.areAlike(word, key.name()))) {
          diagnostics.add(node.location(), missing(key, owner));
        }
      } else if (given == null && key.defaultValue().isEmpty()) {
        arguments.add(null);
      } else {
        Object value = value(given, key, owner);
        complete &= value != null;
        arguments.add(value);
      }
    }
    return complete ? construct(node, type, owner, arguments) : null;
  }

  /**
   * Returns the place that a message is about: that of the key which it begins with, or that of the
   * whole mapping.
   *
   * @param message such as {@code momentum is 1.2: it must lie in [0, 1)}
   * @param node keys and values
   */
  public static Location place(String message, YamlMapping node) {
    Matcher word = FIRST_WORD.matcher(message);
    YamlNode value = word.lookingAt() ? node.get(word.group(1)) : null;
    return value == null ? node.location() : value.location();
  }

  private @Nullable Object value(@Nullable YamlNode given, ConfigKey key, String owner) {
    String what = "'%s' of %s".formatted(key.name(), owner);
    if (given != null) {
      return values.bind(given, key.type(), what);
    }
    Location place = Location.of("default of " + what);
    String text = key.defaultValue().orElseThrow();
    return values.bind(YamlReader.value(text, place, diagnostics), key.type(), what);
  }

  private static String unknown(String key, String owner, List<String> known) {
    String list =
        known.isEmpty() ? " It takes no keys." : " Known: " + String.join(", ", known) + ".";
    return "unknown key '%s' for %s.%s%s"
        .formatted(key, owner, Suggestions.didYouMean(key, known), list);
  }

  private static String missing(ConfigKey key, String owner) {
    return "missing key '%s' for %s".formatted(key.name(), owner)
        + key.example().map(text -> ".%nMaybe add %s".formatted(text)).orElse("");
  }

  private <R extends Record> @Nullable R construct(
      YamlMapping node, Class<R> type, String owner, List<@Nullable Object> arguments) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments.toArray());
    } catch (InvocationTargetException refused) {
      if (refused.getCause() instanceof IllegalArgumentException reason) {
        String message = String.valueOf(reason.getMessage());
        diagnostics.add(place(message, node), message);
        return null;
      }
      addFailure(node, owner, refused.getCause() == null ? refused : refused.getCause());
      return null;
    } catch (LinkageError uninitialised) {
      addFailure(node, owner, uninitialised);
      return null;
    } catch (ReflectiveOperationException impossible) {
      throw new IllegalStateException("config record " + type.getName() + " failed", impossible);
    }
  }

  private void addFailure(YamlMapping node, String owner, Throwable cause) {
    diagnostics.add(
        node.location(),
        "the config record of %s failed: %s.%nMaybe report this to the plugin's author."
            .formatted(owner, new Failure(cause).describe()));
  }
}
