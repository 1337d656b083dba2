package org.separatrix.runner.yaml;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.plugin.Doc;

/**
 * The keys of a config record, by reflection.
 *
 * @param type the record's class
 * @param keys its keys in order
 */
public record ConfigSchema(Class<? extends Record> type, List<ConfigKey> keys) {
  private static final ClassValue<ConfigSchema> SCHEMAS =
      new ClassValue<>() {
        @Override
        protected ConfigSchema computeValue(Class<?> type) {
          Class<? extends Record> config = type.asSubclass(Record.class);
          return new ConfigSchema(
              config, Arrays.stream(config.getRecordComponents()).map(ConfigSchema::key).toList());
        }
      };

  /** Copies the list. */
  public ConfigSchema {
    keys = List.copyOf(keys);
  }

  /**
   * Returns the schema of a config record.
   *
   * @param config the record's class
   * @throws IllegalStateException if a component has no {@link Doc}
   */
  public static ConfigSchema of(Class<? extends Record> config) {
    return SCHEMAS.get(config);
  }

  /** Returns the names of the keys in order. */
  public List<String> names() {
    return keys.stream().map(ConfigKey::name).toList();
  }

  /**
   * Returns a key by its name.
   *
   * @param name the name in YAML
   */
  public Optional<ConfigKey> key(String name) {
    return keys.stream().filter(key -> key.name().equals(name)).findFirst();
  }

  /** Returns the documentation of the record. */
  public Optional<Doc> doc() {
    return Optional.ofNullable(type.getAnnotation(Doc.class));
  }

  private static ConfigKey key(RecordComponent component) {
    Doc doc = component.getAnnotation(Doc.class);
    if (doc == null) {
      throw new IllegalStateException(
          "component '%s' of config record %s has no @Doc"
              .formatted(component.getName(), component.getDeclaringRecord().getName()));
    }
    return new ConfigKey(kebabCase(component.getName()), component, doc);
  }

  private static String kebabCase(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(java.util.Locale.ROOT);
  }
}
