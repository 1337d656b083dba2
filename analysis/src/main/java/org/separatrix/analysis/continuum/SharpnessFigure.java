package org.separatrix.analysis.continuum;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;

/** How sharp the minima are that runs converge to, with the limit. */
final class SharpnessFigure {
  private static final int BINS = 60;

  private SharpnessFigure() {}

  static Figure of(
      CellResult cell,
      double limit,
      SharpnessTest.Ends ends,
      Optional<SharpnessTest.Ends> shorter) {
    double largest = Math.max(limit, ends.largest());
    if (shorter.isPresent() && shorter.get().sharpness().length > 0) {
      largest = Math.max(largest, Math.min(shorter.get().largest(), 3 * limit));
    }
    double width = largest * 1.05 / BINS;
    double[] edges = IntStream.rangeClosed(0, BINS).mapToDouble(i -> i * width).toArray();
    List<Layer> layers = new ArrayList<>();
    shorter.ifPresent(each -> layers.add(bars("a tenth of the step", Role.COMPARED, edges, each)));
    layers.add(bars("this step", Role.MEASURED, edges, ends));
    double highest = 1.0 / width * 0.2;
    layers.add(
        new Layer.Curve("limit", Role.THEORY, Series.of(limit, limit), Series.of(0, highest)));
    return new Figure(
        "sharpness-limit/" + cell.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        "Sharpness of the minima that runs converge to",
        "No run ends beyond lambda = %s, where A + lambda B C leaves the unit disk."
            .formatted(Numbers.number(limit, 6)),
        Axis.linear("sharpness lambda_max(H)"),
        Axis.linear("density of runs"),
        layers);
  }

  private static Layer bars(String name, Role role, double[] edges, SharpnessTest.Ends ends) {
    double width = edges[1] - edges[0];
    double[] heights = new double[edges.length - 1];
    for (double sharpness : ends.sharpness()) {
      int bin = (int) (sharpness / width);
      if (bin < heights.length) {
        heights[bin] += 1 / (width * ends.runs());
      }
    }
    return new Layer.Bars(name, role, Series.of(edges), Series.of(heights));
  }
}
