package org.separatrix.analysis.stability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;

/**
 * Where runs go, and how fast neighbours part, at many steps.
 *
 * @param config of the analyzer
 * @param cell a cell with the method
 * @param minima of the objective, at least one
 * @param alpha the method's own step
 * @param limit the step at which the sharpest minimum ceases to attract, if there is one
 */
record StepSweep(
    StepStability.Config config,
    CellResult cell,
    List<CriticalPoint> minima,
    double alpha,
    Optional<Double> limit) {
  private static final int TRANSIENT = 600;
  private static final int MOST_POINTS = 16_000;
  private static final double REACH = 1e3;

  /** Returns the bifurcation diagram and the exponent against the step. */
  List<Figure> figures(Laboratory laboratory) {
    double lambda = minima.stream().mapToDouble(StepSweep::largest).max().orElseThrow();
    double[] direction =
        minima.stream()
            .filter(point -> largest(point) == lambda)
            .map(point -> point.eigenvectors()[point.dimension() - 1])
            .findFirst()
            .orElseThrow();
    Box domain = cell.problem().domain();
    double reach = REACH * (domain.diameter() + norm(domain.low()) + norm(domain.high()));
    int kept = Math.max(1, MOST_POINTS / (config.count() * config.starts()));
    List<double[]> starts = starts(laboratory, domain);
    List<double[]> points = new ArrayList<>();
    List<double[]> exponents = new ArrayList<>();
    for (int i = 0; i < config.count(); i++) {
      double units = config.from() + (config.to() - config.from()) * i / (config.count() - 1.0);
      double step = units * 2 / lambda;
      StepMap map =
          laboratory.map(ScaledGradient.of(cell.problem(), step / alpha), cell.optimizer());
      boolean measured = false;
      for (double[] start : starts) {
        int steps = measured ? 0 : config.steps();
        Attractor attractor = Attractor.of(map, start, TRANSIENT, kept, steps, reach);
        for (double[] x : attractor.positions()) {
          points.add(new double[] {step, dot(direction, x)});
        }
        if (!measured && !attractor.diverged()) {
          exponents.add(new double[] {step, attractor.exponent()});
          measured = true;
        }
      }
    }
    List<Figure> figures = new ArrayList<>();
    if (!points.isEmpty()) {
      figures.add(diagram(points, direction, lambda));
      figures.add(exponents(exponents, lambda));
    }
    return figures;
  }

  private List<double[]> starts(Laboratory laboratory, Box domain) {
    RandomGenerator random = laboratory.random(StepStability.LIMIT.id() + "/sweep/" + cell.id());
    List<double[]> starts = new ArrayList<>();
    for (int i = 0; i < config.starts(); i++) {
      starts.add(PassingRuns.uniform(domain, random));
    }
    return starts;
  }

  private Figure diagram(List<double[]> points, double[] direction, double lambda) {
    List<Layer> layers = new ArrayList<>();
    layers.add(
        new Layer.Markers("after " + TRANSIENT + " steps", Role.MEASURED, x(points), y(points)));
    double low = y(points).stream().min().orElseThrow();
    double high = y(points).stream().max().orElseThrow();
    layers.addAll(marks(low, high, lambda));
    return new Figure(
        "%s/%s/bifurcation".formatted(StepStability.LIMIT.id(), cell.id()),
        cell.problem().name(),
        Optional.of(cell.id()),
        "Where runs of %s go as the step grows".formatted(cell.optimizerName()),
        "Positions of %d runs from random starts after %d steps, along the eigenvector %s of lambda_max"
                .formatted(config.starts(), TRANSIENT, Numbers.point(direction))
            + " = %s. A single branch is convergence, two are a 2-cycle, a cloud is chaos; where"
                .formatted(Numbers.number(lambda))
            + " nothing is drawn all runs diverged.",
        Axis.linear("step alpha"),
        Axis.linear("position v'x"),
        layers);
  }

  private Figure exponents(List<double[]> exponents, double lambda) {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Layer.Curve("largest exponent", Role.MEASURED, x(exponents), y(exponents)));
    double low = Math.min(-1, y(exponents).stream().min().orElseThrow());
    double high = Math.max(1, y(exponents).stream().max().orElseThrow());
    double first = exponents.get(0)[0];
    double last = exponents.get(exponents.size() - 1)[0];
    layers.add(
        new Layer.Curve(
            "stable below, chaotic above",
            Role.REFERENCE,
            Series.of(first, last),
            Series.of(0, 0)));
    layers.addAll(marks(low, high, lambda));
    return new Figure(
        "%s/%s/lyapunov-exponent".formatted(StepStability.LIMIT.id(), cell.id()),
        cell.problem().name(),
        Optional.of(cell.id()),
        "Lyapunov exponent of %s as the step grows".formatted(cell.optimizerName()),
        "Mean growth of ln|distance| between neighbouring runs over %s steps, by Benettin's method."
                .formatted(Numbers.count(config.steps()))
            + " Negative where runs settle down, positive where the map is chaotic.",
        Axis.linear("step alpha"),
        Axis.linear("largest Lyapunov exponent (1/step)"),
        layers);
  }

  private List<Layer> marks(double low, double high, double lambda) {
    List<Layer> marks = new ArrayList<>();
    cell.problem()
        .lipschitz()
        .ifPresent(bound -> marks.add(mark("1/L", 1 / bound.value(), low, high)));
    marks.add(mark("2/lambda_max", 2 / lambda, low, high));
    limit
        .filter(step -> Math.abs(step * lambda - 2) > 1e-6)
        .ifPresent(step -> marks.add(mark("limit of stability", step, low, high)));
    return marks;
  }

  private static Layer mark(String name, double step, double low, double high) {
    return new Layer.Curve(name, Role.REFERENCE, Series.of(step, step), Series.of(low, high));
  }

  private static Series x(List<double[]> points) {
    return Series.of(points.stream().mapToDouble(point -> point[0]));
  }

  private static Series y(List<double[]> points) {
    return Series.of(points.stream().mapToDouble(point -> point[1]));
  }

  private static double largest(CriticalPoint point) {
    return Arrays.stream(point.eigenvalues()).max().orElseThrow();
  }

  private static double dot(double[] p, double[] q) {
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      sum = Math.fma(p[i], q[i], sum);
    }
    return sum;
  }

  private static double norm(double[] x) {
    return Math.sqrt(dot(x, x));
  }
}
