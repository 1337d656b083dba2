package org.separatrix.runner.yaml;

/**
 * A single value.
 *
 * @param location where it starts, quotes included
 * @param text the value without quotes
 * @param plain whether it is written without quotes
 * @param verbatimOffset number of columns from the location to the first character, if the source
 *     shows the characters one by one on one line; otherwise -1
 */
public record YamlScalar(Location location, String text, boolean plain, int verbatimOffset)
    implements YamlNode {

  /**
   * Returns a value that was not read from a file.
   *
   * @param location what to name in messages
   * @param text the value
   * @param plain whether it stands for a number or a truth value rather than for a text
   */
  public static YamlScalar of(Location location, String text, boolean plain) {
    return new YamlScalar(location, text, plain, -1);
  }

  /**
   * Returns the place of a character, or of the whole value if the source writes it otherwise.
   *
   * @param index index of the character in the text
   */
  public Location locationOf(int index) {
    return verbatimOffset < 0 ? location : location.right(verbatimOffset + index);
  }

  /** Tells whether this is written as nothing, or as one of YAML's words for it. */
  public boolean isNull() {
    return plain
        && switch (text) {
          case "", "~", "null", "Null", "NULL" -> true;
          default -> false;
        };
  }

  @Override
  public String describe() {
    if (isNull()) {
      return "nothing";
    }
    String shown = text.length() <= 40 ? text : text.substring(0, 40) + "...";
    if (plain) {
      return Scalars.isPlainText(text) ? "'" + shown + "'" : shown;
    }
    return "the text \"" + shown.replace("\n", "\\n") + "\"";
  }
}
