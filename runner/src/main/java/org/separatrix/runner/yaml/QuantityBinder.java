package org.separatrix.runner.yaml;

import java.util.Arrays;
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
    if (intervals.length == 0) {
      diagnostics.add(
          node.location(), what + " needs one interval [low, high] for each coordinate");
      return null;
    }
    boolean fine = true;
    for (int k = 0; k < intervals.length; k++) {
      String item = "item %d of %s".formatted(k + 1, what);
      fine &= isInterval(node.items().get(k), intervals[k], item);
    }
    return fine ? box(intervals) : null;
  }

  /** A single interval, for every coordinate. */
  @Nullable Box box(YamlSequence node, double[] interval, String what) {
    return isInterval(node, interval, what) ? box(new double[][] {interval}) : null;
  }

  private static Box box(double[][] intervals) {
    return new Box(
        Arrays.stream(intervals).mapToDouble(interval -> interval[0]).toArray(),
        Arrays.stream(intervals).mapToDouble(interval -> interval[1]).toArray());
  }

  private boolean isInterval(YamlNode node, double[] bounds, String what) {
    if (bounds.length != 2) {
      diagnostics.add(
          node.location(),
          "%s must be an interval [low, high], but has %d %s"
              .formatted(what, bounds.length, bounds.length == 1 ? "number" : "numbers"));
      return false;
    }
    if (!(bounds[0] < bounds[1])) {
      diagnostics.add(
          node.location(),
          "%s is [%s, %s]: the lower bound must be below the upper one"
              .formatted(what, YamlNumbers.text(bounds[0]), YamlNumbers.text(bounds[1])));
      return false;
    }
    return true;
  }
}
