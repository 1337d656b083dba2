package org.separatrix.analysis.chain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/** Draws passages against the saddle's number, and arrivals against the dimension. */
final class ChainFigures {
  private static final int POINTS = 100;

  private ChainFigures() {}

  /** Draws the passages of a chain for which the law holds. */
  static Figure passages(Recurrence recurrence) {
    Chain chain = recurrence.chain();
    WaitingTimes law = recurrence.law();
    int m = chain.passed();
    Series saddles = Series.of(m, i -> i + 1.0);
    return new Figure(
        ExponentialTime.RECURRENCE.id() + "/" + recurrence.cell().id(),
        recurrence.cell().problem().name(),
        Optional.of(recurrence.cell().id()),
        "Each saddle takes a constant factor longer",
        "The run leaves saddle k a quarter of the way to the next one within the bounds that the"
            + " linearization gives; the factor tends to 1 + kappa = %s."
                .formatted(Numbers.number(1 + law.kappa())),
        Axis.linear("saddle k"),
        Axis.logarithmic("step s_k at which it is left"),
        List.of(
            new Layer.Band(
                "law of waiting times",
                Role.THEORY,
                saddles,
                Series.of(m, i -> Math.max(1, chain.passage(i) + law.predicted(i + 1).low())),
                Series.of(m, i -> chain.passage(i) + law.predicted(i + 1).high())),
            new Layer.Markers(
                "measured",
                Role.MEASURED,
                saddles,
                Series.of(m, i -> (double) chain.departure(i + 1)))));
  }

  /** Draws the arrivals of all methods on one family of objectives. */
  static Optional<Figure> arrivals(List<Family> families, OptionalDouble kappa) {
    List<Layer> layers = new ArrayList<>();
    for (Family family : families) {
      List<ArrivalTimes> times = family.complete();
      if (times.size() < 2) {
        continue;
      }
      Role role = layers.isEmpty() ? Role.MEASURED : Role.COMPARED;
      Series d = Series.of(times.size(), i -> times.get(i).dimension());
      layers.add(
          new Layer.Markers(
              family.method(), role, d, Series.of(times.size(), i -> times.get(i).mean())));
      layers.add(
          new Layer.Intervals(
              "",
              role,
              d,
              Series.of(times.size(), i -> times.get(i).mean() - 2 * times.get(i).error()),
              Series.of(times.size(), i -> times.get(i).mean() + 2 * times.get(i).error())));
      if (family.largest().optimizer().isDeterministic() && kappa.isPresent()) {
        layers.add(recurrence(family, times, 1 + kappa.getAsDouble()));
      } else {
        layers.add(power(family, GrowthFit.of(times).power()));
      }
    }
    if (layers.isEmpty()) {
      return Optional.empty();
    }
    String name = families.get(0).name().replaceAll("[^A-Za-z0-9.]+", "-");
    return Optional.of(
        new Figure(
            ExponentialTime.EXPONENTIAL.id() + "/" + name,
            families.get(0).largest().problem().name(),
            Optional.empty(),
            "Steps to a minimum against the dimension",
            "Without noise the steps multiply by 1 + kappa from one dimension to the next; with"
                + " noise they grow like a power of it.",
            Axis.logarithmic("dimension d"),
            Axis.logarithmic("steps T"),
            layers));
  }

  /** Goes on from the first two dimensions by T_(d+1) = (1 + kappa) T_d + constant. */
  private static Layer recurrence(Family family, List<ArrivalTimes> times, double factor) {
    int first = times.get(0).dimension();
    int count = family.largest().problem().dimension() - first + 1;
    double[] steps = new double[count];
    steps[0] = times.get(0).mean();
    double gap = times.get(1).dimension() - (double) first;
    // Over more than one dimension the constants of the steps between add up geometrically.
    double constant =
        (times.get(1).mean() - Math.pow(factor, gap) * steps[0])
            * (factor - 1)
            / (Math.pow(factor, gap) - 1);
    for (int i = 1; i < count; i++) {
      steps[i] = factor * steps[i - 1] + constant;
    }
    return new Layer.Curve(
        family.method() + ": T_(d+1) = (1 + kappa) T_d + constant",
        Role.THEORY,
        Series.of(count, i -> first + i),
        Series.of(steps));
  }

  private static Layer power(Family family, GrowthFit.Line line) {
    double low = Math.log(family.times().get(0).dimension());
    double high = Math.log(family.largest().problem().dimension());
    Series logarithms = Series.of(POINTS, i -> low + (high - low) * i / (POINTS - 1));
    return new Layer.Curve(
        family.method() + ": d^" + Numbers.number(line.slope(), 3),
        Role.THEORY,
        Series.of(logarithms.stream().map(Math::exp)),
        Series.of(logarithms.stream().map(x -> Math.exp(line.intercept() + line.slope() * x))));
  }
}
