package org.separatrix.runner.yaml;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.plugin.Failure;

/**
 * A config record in the making. In the place of values that are missing or wrong it puts defaults
 * or examples, so that all that is wrong is found at once; what is said because of these is left
 * out.
 *
 * @param <R> the record
 */
final class RecordDraft<R extends Record> {
  private static final Pattern FIRST_WORD = Pattern.compile("'?([a-z0-9]+(-[a-z0-9]+)*)");

  private final YamlMapping node;
  private final ConfigSchema schema;
  private final Class<R> type;
  private final String owner;
  private final Diagnostics diagnostics;
  private final Path folder;
  private final @Nullable Object[] arguments;

  /** Keys whose values are not what the user meant. */
  private final Set<String> replaced = new HashSet<>();

  private boolean isFaultless = true;

  /** Whether there is a value for each key that needs one. */
  private boolean isComplete = true;

  /**
   * Begins a draft without values.
   *
   * @param node the keys and values
   * @param type the record's class
   * @param owner what the keys are for
   * @param diagnostics receives what is wrong
   * @param folder where relative file names start
   */
  RecordDraft(YamlMapping node, Class<R> type, String owner, Diagnostics diagnostics, Path folder) {
    this.node = node;
    this.type = type;
    this.owner = owner;
    this.diagnostics = diagnostics;
    this.folder = folder;
    schema = ConfigSchema.of(type);
    arguments = new Object[schema.keys().size()];
  }

  /** Tells whether nothing was wrong. */
  boolean isFaultless() {
    return isFaultless;
  }

  /** Returns the keys whose values are not what the user meant. */
  Set<String> replaced() {
    return replaced;
  }

  /** Binds every key, and reports those that are unknown or missing. */
  void bind(ValueBinder values, List<String> known) {
    List<String> unknown = node.keys().stream().filter(key -> !known.contains(key)).toList();
    unknown.forEach(key -> add(node.keyLocation(key), unknown(key, known)));
    for (int i = 0; i < arguments.length; i++) {
      ConfigKey key = schema.keys().get(i);
      if (node.get(key.name()) == null && isMeant(key, unknown)) {
        replaced.add(key.name());
      }
      bind(values, i, key);
    }
  }

  /** A misspelt key is one problem, not two. */
  private static boolean isMeant(ConfigKey key, List<String> unknown) {
    return unknown.stream().anyMatch(word -> Suggestions.areAlike(word, key.name()));
  }

  private void bind(ValueBinder values, int index, ConfigKey key) {
    YamlNode given = node.get(key.name());
    if (given == null && key.isRequired()) {
      if (!replaced.contains(key.name())) {
        add(node.location(), missing(key));
      }
      replace(key.name());
    } else if (given != null || key.defaultValue().isPresent()) {
      arguments[index] = value(values, given, key);
      if (arguments[index] == null) {
        isFaultless = false;
        replace(key.name());
      }
    }
  }

  private @Nullable Object value(ValueBinder values, @Nullable YamlNode given, ConfigKey key) {
    String what = "'%s' of %s".formatted(key.name(), owner);
    if (given != null) {
      return values.bind(given, key.type(), what);
    }
    Location place = Location.of("default of " + what);
    String text = key.defaultValue().orElseThrow();
    return values.bind(YamlReader.value(text, place, diagnostics), key.type(), what);
  }

  /**
   * Makes the record.
   *
   * @return the record, with other values in the place of wrong ones, or null if these do not make
   *     one either
   */
  @Nullable R construct() {
    Constructor<R> constructor = constructor();
    while (isComplete) {
      try {
        return constructor.newInstance(arguments);
      } catch (InvocationTargetException refused) {
        Throwable cause = refused.getCause() == null ? refused : refused.getCause();
        if (!(cause instanceof IllegalArgumentException)) {
          fail(cause);
          return null;
        }
        if (!report(String.valueOf(cause.getMessage()))) {
          return null;
        }
      } catch (LinkageError uninitialised) {
        fail(uninitialised);
        return null;
      } catch (ReflectiveOperationException impossible) {
        throw new IllegalStateException("config record " + type.getName() + " failed", impossible);
      }
    }
    return null;
  }

  private Constructor<R> constructor() {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      Constructor<R> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor;
    } catch (NoSuchMethodException impossible) {
      throw new IllegalStateException("config record " + type.getName() + " failed", impossible);
    }
  }

  /** Reports what the constructor refuses; tells whether more can be found. */
  private boolean report(String message) {
    Optional<String> key = keyOf(message).filter(word -> node.get(word) != null);
    boolean isOfDraft = replaced.stream().anyMatch(word -> isNamed(word, message));
    if (!isFaultless && (key.isEmpty() || isOfDraft)) {
      return false;
    }
    add(place(message, node), message);
    return key.isPresent() && schema.key(key.get()).isPresent() && replace(key.get());
  }

  /** Puts another value in the place of a wrong one; tells whether that is new. */
  private boolean replace(String key) {
    int index = schema.names().indexOf(key);
    ConfigKey replacement = schema.keys().get(index);
    Optional<String> text =
        replacement
            .defaultValue()
            .or(() -> Optional.of(replacement.doc().example()).filter(each -> !each.isEmpty()))
            .filter(each -> !replacement.isOptional());
    arguments[index] = text.map(each -> bound(each, replacement)).orElse(null);
    isComplete &= arguments[index] != null || replacement.isOptional();
    return replaced.add(key);
  }

  /** Returns a value without a word about what is wrong with it, or null if anything is. */
  private @Nullable Object bound(String text, ConfigKey key) {
    Diagnostics unheard = new Diagnostics();
    try {
      YamlNode value = YamlReader.value(text, Location.of(key.name()), unheard);
      return new RecordBinder(unheard, folder).value(value, key.type(), key.name());
    } catch (InvalidStudyException noYaml) {
      return null;
    }
  }

  private void add(Location place, String message) {
    isFaultless = false;
    diagnostics.add(place, message);
  }

  /** A constructor may also fail over what was put in. */
  private void fail(Throwable cause) {
    if (isFaultless) {
      add(
          node.location(),
          "the config record of %s failed: %s.%nMaybe report this to the plugin's author."
              .formatted(owner, new Failure(cause).describe()));
    }
  }

  private String unknown(String key, List<String> known) {
    String list =
        known.isEmpty() ? " It takes no keys." : " Known: " + String.join(", ", known) + ".";
    return "unknown key '%s' for %s.%s%s"
        .formatted(key, owner, Suggestions.didYouMean(key, known), list);
  }

  private String missing(ConfigKey key) {
    return "missing key '%s' for %s".formatted(key.name(), owner)
        + key.example().map(text -> ".%nMaybe add %s".formatted(text)).orElse("");
  }

  /** Returns the place that a message is about. */
  static Location place(String message, YamlMapping node) {
    return keyOf(message).map(node::get).map(YamlNode::location).orElse(node.location());
  }

  private static Optional<String> keyOf(String message) {
    Matcher word = FIRST_WORD.matcher(message);
    return word.lookingAt() ? Optional.of(word.group(1)) : Optional.empty();
  }

  private static boolean isNamed(String key, String message) {
    return Pattern.compile("(?<![a-z0-9-])" + Pattern.quote(key) + "(?![a-z0-9-])")
        .matcher(message)
        .find();
  }
}
