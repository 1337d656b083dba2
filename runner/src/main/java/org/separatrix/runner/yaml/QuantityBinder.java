package org.separatrix.runner.yaml;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.StepSize;

/** Makes step sizes and boxes. Every method returns null after it has reported a problem. */
final class QuantityBinder {
  private static final List<String> UNITS =
      List.of(StepSize.Unit.ONE_OVER_L.key(), StepSize.Unit.TWO_OVER_L.key());

  private final Scalars scalars;
  private final Diagnostics diagnostics;

  QuantityBinder(Scalars scalars, Diagnostics diagnostics) {
    this.scalars = scalars;
    this.diagnostics = diagnostics;
  }

  /** A number, or a mapping from one of the units to a number. */
  @Nullable StepSize stepSize(YamlNode node, String what) {
    if (!(node instanceof YamlMapping mapping)) {
      return stepSize(node, StepSize.Unit.ONE, what);
    }
    for (StepSize.Unit unit : List.of(StepSize.Unit.ONE_OVER_L, StepSize.Unit.TWO_OVER_L)) {
      YamlNode factor = mapping.get(unit.key());
      if (factor != null && mapping.keys().size() == 1) {
        return stepSize(factor, unit, what);
      }
    }
    String wrong =
        mapping.keys().stream().filter(key -> !UNITS.contains(key)).findFirst().orElse("");
    diagnostics.add(
        mapping.keyLocation(wrong),
        "%s takes a number, or one of the keys %s.%s"
            .formatted(what, String.join(", ", UNITS), Suggestions.didYouMean(wrong, UNITS)));
    return null;
  }

  private @Nullable StepSize stepSize(YamlNode number, StepSize.Unit unit, String what) {
    Double factor = scalars.number(number);
    if (factor == null) {
      return null;
    }
    if (factor <= 0) {
      diagnostics.add(
          number.location(), what + " is " + number.describe() + ": it must be positive");
      return null;
    }
    return new StepSize(factor, unit);
  }

  /** A list of intervals. */
  @Nullable Box box(YamlSequence node, double[][] intervals, String what) {
    boolean fine = intervals.length > 0;
    if (!fine) {
      diagnostics.add(
          node.location(), what + " needs one interval [low, high] for each coordinate");
    }
    double[] low = new double[intervals.length];
    double[] high = new double[intervals.length];
    for (int k = 0; k < intervals.length; k++) {
      double[] interval = intervals[k];
      String item = "item %d of %s".formatted(k + 1, what);
      Location place = node.items().get(k).location();
      if (interval.length != 2) {
        fine = false;
        diagnostics.add(
            place,
            "%s must be an interval [low, high], but has %d %s"
                .formatted(item, interval.length, interval.length == 1 ? "number" : "numbers"));
      } else if (!(interval[0] < interval[1])) {
        fine = false;
        diagnostics.add(
            place,
            "%s is [%s, %s]: the lower bound must be below the upper one"
                .formatted(item, YamlNumbers.text(interval[0]), YamlNumbers.text(interval[1])));
      } else {
        low[k] = interval[0];
        high[k] = interval[1];
      }
    }
    return fine ? new Box(low, high) : null;
  }
}
