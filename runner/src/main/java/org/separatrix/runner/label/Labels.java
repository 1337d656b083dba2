package org.separatrix.runner.label;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPointKind;

/**
 * The values of an enumeration by their labels, to read what was written with these.
 *
 * @param <E> the enumeration
 */
public final class Labels<E extends Enum<E>> {
  /** What became of runs. */
  public static final Labels<Fate> FATES = of(Fate.class, Fate::label);

  /** Kinds of critical points. */
  public static final Labels<CriticalPointKind> POINT_KINDS =
      of(CriticalPointKind.class, CriticalPointKind::label);

  /** Verdicts of findings. */
  public static final Labels<Verdict> VERDICTS = of(Verdict.class, Verdict::label);

  private final List<E> values;
  private final Function<E, String> label;

  private Labels(List<E> values, Function<E, String> label) {
    this.values = values;
    this.label = label;
  }

  /**
   * Returns the labels of an enumeration.
   *
   * @param type the enumeration
   * @param label what a value is called, each something else
   * @param <E> the enumeration
   */
  public static <E extends Enum<E>> Labels<E> of(Class<E> type, Function<E, String> label) {
    return new Labels<>(List.of(type.getEnumConstants()), label);
  }

  /**
   * Returns the value that is called so, if there is one.
   *
   * @param label what it is called
   */
  public Optional<E> find(String label) {
    return values.stream().filter(value -> this.label.apply(value).equals(label)).findFirst();
  }

  /** Returns all labels, in the order of the values. */
  public List<String> all() {
    return values.stream().map(label).toList();
  }
}
