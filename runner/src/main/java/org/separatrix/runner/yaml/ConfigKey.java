package org.separatrix.runner.yaml;

import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.plugin.Doc;

/**
 * A key of a config record.
 *
 * @param name the key in YAML
 * @param component the record's component
 * @param doc its documentation
 */
public record ConfigKey(String name, RecordComponent component, Doc doc) {
  /** Returns the type of the value. */
  public Type type() {
    return component.getGenericType();
  }

  /** Tells whether the key may be absent although it has no default. */
  public boolean isOptional() {
    return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  /** Returns the default in YAML. */
  public Optional<String> defaultValue() {
    return Optional.of(doc.defaultValue()).filter(text -> !text.isEmpty());
  }

  /** Tells whether the key must be given. */
  public boolean isRequired() {
    return !isOptional() && defaultValue().isEmpty();
  }

  /** Returns {@code key: example}, or nothing if there is no example. */
  public Optional<String> example() {
    return Optional.of(doc.example())
        .filter(text -> !text.isEmpty())
        .map(text -> name + ": " + text);
  }

  /**
   * Returns the value of this key, or null if it is absent.
   *
   * @param config a record that has this key
   */
  public @Nullable Object valueIn(Record config) {
    try {
      Method accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(config);
    } catch (ReflectiveOperationException failure) {
      throw new IllegalStateException("config record " + config + " cannot be read", failure);
    }
  }
}
