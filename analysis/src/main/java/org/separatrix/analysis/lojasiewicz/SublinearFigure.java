package org.separatrix.analysis.lojasiewicz;

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
import org.separatrix.api.objective.CriticalPoint;

/** The distance from a degenerate minimum against the step, over the law. */
final class SublinearFigure {
  private static final int POINTS = 200;

  private SublinearFigure() {}

  static Figure of(CellResult cell, CriticalPoint point, List<RayTest> rays) {
    List<Layer> layers = new ArrayList<>();
    String[] sides = {"one side", "other side"};
    for (int side = 0; side < rays.size(); side++) {
      SublinearRun run = rays.get(side).run();
      int[] steps = steps(run.lastStep());
      layers.add(
          new Layer.Markers(
              sides[side],
              side == 0 ? Role.MEASURED : Role.COMPARED,
              Series.of(IntStream.of(steps).asDoubleStream()),
              Series.of(IntStream.of(steps).mapToDouble(run::at))));
    }
    RayTest ray = rays.get(0);
    double p = ray.growth().order();
    double first = Math.pow(ray.run().at(0), 2 - p);
    int[] steps = steps(ray.run().lastStep());
    layers.add(
        new Layer.Curve(
            "law (t_0^-(p-2) + (p-2) p c a k)^(-1/(p-2))",
            Role.THEORY,
            Series.of(IntStream.of(steps).asDoubleStream()),
            Series.of(
                IntStream.of(steps)
                    .mapToDouble(k -> Math.pow(first + ray.predictedRate() * k, -1 / (p - 2))))));
    return new Figure(
        "lojasiewicz-rate/" + cell.id() + "/" + point.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        "Approach to the degenerate minimum " + Numbers.point(point.x()),
        "The distance falls as k^%s, f being of the order p = %s along the kernel of its Hessian."
            .formatted(Numbers.number(-1 / (p - 2)), Numbers.number(p)),
        Axis.logarithmic("step k"),
        Axis.logarithmic("distance t along the kernel"),
        layers);
  }

  private static int[] steps(int last) {
    return IntStream.range(0, POINTS)
        .map(i -> (int) Math.round(Math.pow(last, (double) i / (POINTS - 1))))
        .distinct()
        .toArray();
  }
}
