package org.separatrix.api.plugin;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Documents a config record or one of its components, for people who read {@code separatrix plugins
 * describe} and for the YAML reader, which takes the default from here.
 *
 * <p>A component is required unless it has a default or is {@code @Nullable}.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Doc {
  /** Returns the meaning, in one sentence; for a record, what the component does. */
  String value();

  /** Returns the unit of the number, or nothing if it has none. */
  String unit() default "";

  /** Returns the default as it would stand in YAML, or nothing if there is none. */
  String defaultValue() default "";

  /** Returns an example as it would stand in YAML; for a record, of the whole entry. */
  String example() default "";
}
