package org.separatrix.api.plugin;

/**
 * What a plugin adds under an id: a config record and a factory that turns it into the thing.
 *
 * @param <F> the factory, which takes any record but fails with a ClassCastException on one that is
 *     not of the config class
 * @param kind what is added
 * @param id the {@code type:} in YAML
 * @param config the config record's class
 * @param factory makes the thing
 * @param plugin class name of the plugin that added it
 */
public record Component<F>(
    Kind kind, String id, Class<? extends Record> config, F factory, String plugin) {

  /** Checks that the id is lower-case words joined by hyphens. */
  public Component {
    if (!id.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "id '%s' of %s: ids are lower-case words joined by hyphens".formatted(id, plugin));
    }
  }

  /** The kinds of things that a plugin can add. */
  public enum Kind {
    /** A function to minimise. */
    OBJECTIVE("objective"),
    /** A method. */
    OPTIMIZER("optimizer"),
    /** A distribution of starting points. */
    START("start"),
    /** A test of predictions. */
    ANALYZER("analyzer"),
    /** An experiment with a known outcome. */
    CONTROL("control");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Returns the name used in messages. */
    public String label() {
      return label;
    }

    @Override
    public String toString() {
      return label;
    }
  }
}
