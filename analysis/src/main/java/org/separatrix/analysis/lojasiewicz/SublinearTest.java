package org.separatrix.analysis.lojasiewicz;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import org.separatrix.analysis.degenerate.DegenerateMap;
import org.separatrix.analysis.degenerate.GrowthOrder;
import org.separatrix.analysis.degenerate.Kernel;
import org.separatrix.analysis.degenerate.ReducedGradient;
import org.separatrix.analysis.degenerate.SlowDrift;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.critical.Gradients;

/** The test of the sublinear rate of one method at one degenerate point. */
record SublinearTest(
    LojasiewiczRate.Config config, CellResult cell, Census census, CriticalPoint point) {
  /** Largest b t^{p-2}, and departure from the leading term, at the start of a run. */
  private static final double SMALL = 0.02;

  /** Steps are enough to shrink t^{p-2} by this factor. */
  private static final double SHRINKING = 1000;

  Analysis run(Laboratory laboratory) {
    Problem problem = cell.problem();
    Kernel kernel = Kernel.of(problem, point);
    DegenerateMap method = DegenerateMap.of(problem, cell.optimizer(), kernel, laboratory);
    Optional<SlowDrift> drift = method.drift();
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(method.map());
    hypotheses.add(method.drifts());
    hypotheses.add(method.transverse());
    hypotheses.add(
        new Hypothesis(
            "kernel of dimension 1",
            kernel.dimension() == 1 ? point.status() : Status.VIOLATED,
            "dim ker H = " + kernel.dimension()));
    List<RayTest> rays = new ArrayList<>();
    if (kernel.dimension() == 1 && drift.isPresent()) {
      List<GrowthOrder> growths = growths(new ReducedGradient(problem.objective(), kernel));
      hypotheses.add(grows(growths));
      if (hypotheses.stream().noneMatch(Hypothesis::isViolated)) {
        StepMap map = laboratory.map(problem, cell.optimizer());
        for (int side = 0; side < 2; side++) {
          rays.add(ray(map, kernel, growths.get(side), method, side == 0 ? 1 : -1));
        }
      }
    }
    if (rays.isEmpty()) {
      return Analysis.of(
          List.of(
              finding(
                  Verdict.HYPOTHESES_NOT_MET,
                  hypotheses,
                  Map.of(),
                  Map.of(),
                  "no rate predicted")));
    }
    return new Analysis(
        List.of(slowest(rays, hypotheses)), List.of(SublinearFigure.of(cell, point, rays)));
  }

  private Finding slowest(List<RayTest> rays, List<Hypothesis> hypotheses) {
    RayTest worst = rays.get(0).verdict() == Verdict.CONSISTENT ? rays.get(1) : rays.get(0);
    Map<String, Double> predicted = new LinkedHashMap<>();
    double p = worst.growth().order();
    predicted.put("order", p);
    predicted.put("slope", -1 / (p - 2));
    predicted.put("rate", worst.predictedRate());
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("order", worst.measuredOrder());
    observed.put("order-tolerance", worst.orderTolerance());
    observed.put("slope", -1 / (worst.measuredOrder() - 2));
    observed.put("rate", worst.measuredRate());
    observed.put("rate-tolerance", worst.rateTolerance() * worst.predictedRate());
    observed.put("steps", (double) worst.run().lastStep());
    String detail =
        "t^-%s grows by %s per step, predicted %s (+-%s); the moves show the order %s (+-%s), f has"
                .formatted(
                    Numbers.number(p - 2),
                    Numbers.number(worst.measuredRate(), 6),
                    Numbers.number(worst.predictedRate(), 6),
                    Numbers.number(worst.rateTolerance() * worst.predictedRate(), 2),
                    Numbers.number(worst.measuredOrder(), 5),
                    Numbers.number(worst.orderTolerance(), 2))
            + " "
            + Numbers.number(p)
            + (worst.verdict() == Verdict.INCONCLUSIVE ? "; too few steps, raise max-steps" : "");
    return finding(worst.verdict(), hypotheses, predicted, observed, detail);
  }

  /** Returns the growth on either side, the side of the kernel vector first. */
  private List<GrowthOrder> growths(ReducedGradient reduced) {
    double stiffness = cell.problem().curvatureScale();
    List<GrowthOrder> growths = new ArrayList<>();
    for (int side : new int[] {1, -1}) {
      GrowthOrder.along(slope(reduced, side), radius(), center(), stiffness)
          .filter(growth -> growth.coefficient() > 0 && growth.order() - growth.error() > 2)
          .map(growth -> declared(growth, slope(reduced, side)))
          .ifPresent(growths::add);
    }
    return growths;
  }

  private GrowthOrder declared(GrowthOrder growth, DoubleUnaryOperator slope) {
    double p = config.exponent();
    double r = growth.distance();
    return p == 0
        ? growth
        : new GrowthOrder(p, slope.applyAsDouble(r) / (p * Math.pow(r, p - 1)), r, 0);
  }

  private Hypothesis grows(List<GrowthOrder> growths) {
    boolean both = growths.size() == 2;
    Status known = config.exponent() == 0 ? Status.ESTIMATED : Status.DECLARED;
    return new Hypothesis(
        "f ~ c |t|^p along the kernel, p > 2",
        both ? known : Status.VIOLATED,
        both
            ? "p = %s and %s, c = %s and %s"
                .formatted(
                    Numbers.number(growths.get(0).order()),
                    Numbers.number(growths.get(1).order()),
                    Numbers.number(growths.get(0).coefficient()),
                    Numbers.number(growths.get(1).coefficient()))
            : "f does not grow by a power on both sides");
  }

  private RayTest ray(
      StepMap map, Kernel kernel, GrowthOrder growth, DegenerateMap method, int side) {
    SlowDrift drift = method.drift().orElseThrow();
    ReducedGradient reduced = new ReducedGradient(cell.problem().objective(), kernel);
    DoubleUnaryOperator slope = slope(reduced, side);
    double p = growth.order();
    double b = drift.step() * p * growth.coefficient() * (1 + 2 * Math.abs(drift.lag()));
    double start = radius();
    while (b * Math.pow(start, p - 2) > SMALL
        || (config.exponent() == 0
            && !(Math.abs(slope.applyAsDouble(start) / growth.slope(start) - 1) <= SMALL))) {
      start /= 2;
    }
    double needed = SHRINKING * Math.pow(start, 2 - p) / ((p - 2) * drift.step() * p);
    double slowest = Math.max(drift.otherRadius(), method.transverseRadius());
    double settled = 4 * Math.log(1e-14) / Math.log(Math.max(slowest, 1e-9));
    double steps = Math.max(1000, Math.max(settled, needed / growth.coefficient()));
    SublinearRun run =
        SublinearRun.follow(
            map,
            reduced.lift(side * start),
            point.x(),
            scaled(kernel.vectors().get(0), side),
            (int) Math.min(config.maxSteps(), steps));
    double[] ray = scaled(kernel.vectors().get(0), side);
    double offGraph =
        Math.max(
            offGraph(run.early(), ray, slope.applyAsDouble(run.at(run.firstStep()))),
            offGraph(run.late(), ray, slope.applyAsDouble(run.at(run.lastStep()))));
    double shift = growth.centerError(point.gradientNorm()) + Nonlinearity.rounding(point.x());
    return RayTest.of(run, growth, drift, slope, offGraph, shift, Nonlinearity.rounding(point.x()));
  }

  private double offGraph(double[] x, double[] ray, double slope) {
    double[] g = Gradients.at(cell.problem().objective(), x);
    double along = 0;
    for (int k = 0; k < x.length; k++) {
      along = Math.fma(ray[k], g[k], along);
    }
    return Math.abs(along / slope - 1);
  }

  private double radius() {
    return Nonlinearity.scale(census, point) / 4;
  }

  private double center() {
    return Nonlinearity.rounding(point.x()) * 0x1p53;
  }

  private static DoubleUnaryOperator slope(ReducedGradient reduced, int side) {
    return r -> side * reduced.at(side * r)[0];
  }

  private static double[] scaled(double[] vector, double factor) {
    double[] scaled = vector.clone();
    for (int k = 0; k < scaled.length; k++) {
      scaled[k] *= factor;
    }
    return scaled;
  }

  private Finding finding(
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return CellFinding.at(
        LojasiewiczRate.PREDICTION.id(),
        cell,
        point,
        verdict,
        hypotheses,
        predicted,
        observed,
        detail);
  }
}
