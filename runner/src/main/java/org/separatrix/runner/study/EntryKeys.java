package org.separatrix.runner.study;

import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.precision.Precision;
import org.separatrix.runner.csv.CsvText;
import org.separatrix.runner.yaml.YamlNumbers;

/**
 * The keys that an entry may have besides those of its component.
 *
 * @param name identifies the entry in results
 * @param domain of an objective, instead of the objective's own
 * @param lipschitz of an objective, instead of the objective's own
 * @param precision of an optimizer, in which its steps are computed
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
            value =
                "Region of interest, instead of the objective's own: an interval for each"
                    + " coordinate, or one for all.",
            unit = "unit of x",
            example = "[[-2, 2], [-2, 2]]")
        @Nullable Box domain,
    @Doc(
            value =
                "Lipschitz constant L of the gradient on the domain, instead of the objective's own"
                    + " or of an estimate.",
            unit = "unit of f per squared unit of x",
            example = "11")
        @Nullable Double lipschitz,
    @Doc(
            value =
                "Floating-point format in which gradients and steps are computed: float64, or"
                    + " float32 with every operation rounded to single precision, slowly. What"
                    + " stops a run is looked at in float64. float64 if it is not given.",
            example = "float32")
        @Nullable Precision precision) {

  private static final int LONGEST = 200;

  /** Checks the name and the bound. */
  public EntryKeys {
    if (name != null
        && (name.length() > LONGEST
            || Entry.slug(name).isEmpty()
            || name.codePoints().anyMatch(EntryKeys::isInvisible))) {
      throw new IllegalArgumentException(
          "name must be one line of at most %d visible characters with a letter or digit"
              .formatted(LONGEST));
    }
    if (name != null && CsvText.isFormula(name)) {
      throw new IllegalArgumentException(
          "name is '%s': it must not begin with =, +, - or @, which make it a formula in a spreadsheet"
              .formatted(name));
    }
    if (lipschitz != null && !(lipschitz >= 0)) {
      throw new IllegalArgumentException(
          "lipschitz is " + YamlNumbers.text(lipschitz) + ": it must not be negative");
    }
  }

  /** Control characters, and those that turn the direction of writing. */
  private static boolean isInvisible(int character) {
    return Character.isISOControl(character) || Character.getType(character) == Character.FORMAT;
  }
}
