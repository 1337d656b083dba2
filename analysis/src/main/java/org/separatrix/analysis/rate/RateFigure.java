package org.separatrix.analysis.rate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.CriticalPoint;

/** Draws the approach to a minimum: ln of the distance against the step, with the slope. */
record RateFigure(CellResult cell, CriticalPoint point, double predicted) {
  /** The distance falls about so far in the figure, in units of ln. */
  private static final double DEPTH = 25;

  private static final int FEWEST_STEPS = 20;
  private static final int MOST_STEPS = 20_000;
  private static final int MOST_POINTS = 600;

  /**
   * Makes the figure.
   *
   * @param map the step
   * @param starts around the minimum, within the linear regime
   * @return empty if the minimum does not attract, or at once
   */
  Optional<Figure> of(StepMap map, List<double[]> starts) {
    double slope = Math.log(predicted);
    if (!(slope < 0 && slope > -DEPTH)) {
      return Optional.empty();
    }
    int steps = (int) Math.max(FEWEST_STEPS, Math.min(MOST_STEPS, DEPTH / -slope));
    int stride = steps / MOST_POINTS + 1;
    int points = steps / stride + 1;
    Series abscissas = Series.of(points, i -> (double) i * stride);
    List<Layer> layers = new ArrayList<>();
    double offset = 0;
    for (double[] start : starts) {
      double[] logarithms = ContractionMeasurement.logarithms(map, point.x(), start, steps);
      offset += offset(logarithms, slope) / starts.size();
      layers.add(
          new Layer.Curve(
              Numbers.plural(starts.size(), "start"),
              Role.MEASURED,
              abscissas,
              Series.of(points, i -> logarithms[i * stride])));
    }
    if (!Double.isFinite(offset)) {
      return Optional.empty();
    }
    layers.add(
        new Layer.Curve(
            "slope ln rho = " + Numbers.number(slope),
            Role.THEORY,
            Series.of(0, steps),
            Series.of(offset, offset + slope * steps)));
    return Optional.of(
        new Figure(
            ConvergenceRate.PREDICTION.id() + "/" + cell.id() + "/" + point.id(),
            cell.problem().name(),
            Optional.of(cell.id()),
            "Approach to minimum %s of %s, %s"
                .formatted(point.id(), cell.problem().name(), cell.optimizerName()),
            ("ln of the distance in the state space, relative to the first one, of %s; the"
                    + " line has the slope ln rho, rho = %s the spectral radius of the"
                    + " linearization.")
                .formatted(Numbers.plural(starts.size(), "start"), Numbers.number(predicted, 6)),
            Axis.linear("step k"),
            Axis.linear("ln(|x_k - x*| / |x_0 - x*|)"),
            layers));
  }

  /** Returns where a line of the slope through the second half of the steps begins. */
  private static double offset(double[] logarithms, double slope) {
    int from = logarithms.length / 2;
    double sum = 0;
    for (int k = from; k < logarithms.length; k++) {
      sum += logarithms[k] - slope * k;
    }
    return sum / (logarithms.length - from);
  }
}
