package org.separatrix.runner.study;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.plugin.Doc;
import org.separatrix.runner.yaml.YamlNumbers;

/**
 * The keys that an entry may have besides those of its component.
 *
 * @param name identifies the entry in results
 * @param domain of an objective, instead of the objective's own
 * @param lipschitz of an objective, instead of the objective's own
 */
@Doc("Keys of every entry.")
public record EntryKeys(
    @Doc(
            value =
                "Name in results. Without it the type and the numbers that the entry gives. The"
                    + " random numbers of a run follow from the names of its objective and start.",
            example = "my-name")
        @Nullable String name,
    @Doc(
            value = "Region of interest, instead of the objective's own.",
            unit = "unit of x",
            example = "[[-2, 2], [-2, 2]]")
        @Nullable Box domain,
    @Doc(
            value =
                "Lipschitz constant L of the gradient on the domain, instead of the objective's own"
                    + " or of an estimate.",
            unit = "unit of f per squared unit of x",
            example = "11")
        @Nullable Double lipschitz) {

  private static final int LONGEST = 200;
  private static final List<String> EVERY_KIND = List.of("type", "name");
  private static final List<String> OBJECTIVE = List.of("type", "name", "domain", "lipschitz");

  /** Checks the name and the bound. */
  public EntryKeys {
    if (name != null
        && (name.length() > LONGEST
            || Entry.slug(name).isEmpty()
            || name.codePoints().anyMatch(Character::isISOControl))) {
      throw new IllegalArgumentException(
          "name must be one line of at most %d characters with a letter or digit"
              .formatted(LONGEST));
    }
    if (lipschitz != null && !(lipschitz > 0)) {
      throw new IllegalArgumentException(
          "lipschitz is " + YamlNumbers.text(lipschitz) + ": it must be positive");
    }
  }

  /**
   * Returns the keys that an entry may have besides those of its component, its type the first.
   *
   * @param kind what the entry is
   */
  public static List<String> of(Component.Kind kind) {
    return kind == Component.Kind.OBJECTIVE ? OBJECTIVE : EVERY_KIND;
  }
}
