package org.separatrix.analysis.continuum;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.analysis.hypothesis.AbsolutelyContinuousStart;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.bound.ScaledMethod;
import org.separatrix.core.linalg.SymmetricEigen;

/** The test of the sharpness of the minima that runs converge to. */
record SharpnessTest(NonIsolated.Config config, CellResult cell, Census census) {
  private static final double TOLERANCE = 1e-9;

  Analysis run(Laboratory laboratory) {
    IteratedMap method = IteratedMap.of(cell.optimizer());
    OptionalDouble limit =
        method.linearization().isPresent()
            ? SharpnessLimit.of(method.linearization().get())
            : OptionalDouble.empty();
    List<Hypothesis> hypotheses = hypotheses(method, limit);
    if (limit.isEmpty() || hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return Analysis.of(
          List.of(
              CellFinding.of(
                  NonIsolated.SHARPNESS.id(),
                  cell,
                  Verdict.HYPOTHESES_NOT_MET,
                  hypotheses,
                  "no limit is predicted")));
    }
    Ends ends = ends(cell.optimizer(), laboratory);
    Optional<Ends> shorter =
        cell.optimizer() instanceof LinearMethod linear
            ? Optional.of(ends(ScaledMethod.of(linear, ScaledMethod.size(linear) / 10), laboratory))
            : Optional.empty();
    return new Analysis(
        List.of(finding(hypotheses, limit.getAsDouble(), ends, shorter)),
        ends.sharpness().length > 0
            ? List.of(SharpnessFigure.of(cell, limit.getAsDouble(), ends, shorter))
            : List.of());
  }

  private List<Hypothesis> hypotheses(IteratedMap method, OptionalDouble limit) {
    List<CriticalPoint> minima =
        Continuum.points(
            census,
            point ->
                point.kind() == CriticalPointKind.DEGENERATE
                    || point.kind() == CriticalPointKind.UNDECIDED);
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(Continuum.hypothesis("minima that are not isolated", minima));
    hypotheses.addAll(method.hypotheses());
    hypotheses.add(AbsolutelyContinuousStart.check(cell.start()));
    if (method.isUsable()) {
      hypotheses.add(
          new Hypothesis(
              "some sharpness is too much",
              limit.isPresent() ? method.hypotheses().get(0).status() : Status.VIOLATED,
              limit.isPresent()
                  ? "|z| <= 1 up to lambda = " + Numbers.number(limit.getAsDouble(), 6)
                  : "the method is stable at every lambda, or at none"));
    }
    return hypotheses;
  }

  private Ends ends(Optimizer optimizer, Laboratory laboratory) {
    int count = (int) Math.min(config.runs(), cell.start().count().orElse(config.runs()));
    Runs runs =
        laboratory.run(
            "sharpness-limit/" + cell.id(),
            cell.problem(),
            optimizer,
            cell.start(),
            count,
            new StopRule(
                TOLERANCE, config.maxSteps(), cell.stop().divergenceRadius(), Optional.empty()));
    double[] sharpness = new double[count];
    int converged = 0;
    double largest = Double.NEGATIVE_INFINITY;
    double change = 0;
    for (int i = 0; i < count; i++) {
      if (runs.termination()[i] != Termination.GRADIENT_TOLERANCE) {
        continue;
      }
      double[] x = runs.endOf(i);
      SymmetricEigen eigen = SymmetricEigen.of(laboratory.hessian(cell.problem(), x));
      int d = eigen.dimension();
      if (eigen.value(0) < -1e-6 * eigen.spectralNorm()) {
        continue;
      }
      double sharp = eigen.value(d - 1);
      sharpness[converged++] = sharp;
      if (sharp > largest) {
        largest = sharp;
        change = change(x, eigen, laboratory);
      }
    }
    return new Ends(Arrays.copyOf(sharpness, converged), count, change);
  }

  /** Returns how much the sharpness changes over the distance that the gradient leaves to go. */
  private double change(double[] x, SymmetricEigen eigen, Laboratory laboratory) {
    int d = eigen.dimension();
    double sharp = eigen.value(d - 1);
    double[] v = eigen.vector(d - 1);
    double[][] ends = {x.clone(), x.clone()};
    for (int k = 0; k < d; k++) {
      ends[0][k] += 1e-4 * v[k];
      ends[1][k] -= 1e-4 * v[k];
    }
    double difference = 0;
    for (double[] end : ends) {
      SymmetricEigen other = SymmetricEigen.of(laboratory.hessian(cell.problem(), end));
      difference = Math.max(difference, Math.abs(other.value(d - 1) - sharp));
    }
    return difference / 1e-4 * TOLERANCE / sharp + 1e-9 * sharp;
  }

  private Finding finding(
      List<Hypothesis> hypotheses, double limit, Ends ends, Optional<Ends> shorter) {
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("runs", (double) ends.runs());
    observed.put("converged", (double) ends.sharpness().length);
    if (ends.sharpness().length > 0) {
      observed.put("largest-sharpness", ends.largest());
      observed.put("tolerance", ends.change());
    }
    shorter.ifPresent(
        each -> observed.put("sharper-with-a-tenth-of-the-step", (double) each.above(limit)));
    Verdict verdict =
        ends.sharpness().length == 0
            ? Verdict.INCONCLUSIVE
            : ends.largest() > limit + ends.change() ? Verdict.CONTRADICTED : Verdict.CONSISTENT;
    String detail =
        "%s of %s runs converge, the sharpest end has lambda_max = %s, limit %s%s"
            .formatted(
                Numbers.count(ends.sharpness().length),
                Numbers.count(ends.runs()),
                ends.sharpness().length == 0 ? "none" : Numbers.number(ends.largest(), 6),
                Numbers.number(limit, 6),
                shorter
                    .map(
                        each ->
                            "; with a tenth of the step %s end beyond it"
                                .formatted(Numbers.count(each.above(limit))))
                    .orElse(""));
    return CellFinding.of(
        NonIsolated.SHARPNESS.id(),
        cell,
        verdict,
        hypotheses,
        Map.of("largest-sharpness", limit),
        observed,
        detail);
  }

  /**
   * The minima that an ensemble went to.
   *
   * @param sharpness lambda_max at each end; copied
   * @param runs number of runs
   * @param change how far the largest may be from that of the limit
   */
  record Ends(double[] sharpness, int runs, double change) {
    Ends {
      sharpness = sharpness.clone();
    }

    double largest() {
      return Arrays.stream(sharpness).max().orElse(Double.NaN);
    }

    long above(double limit) {
      return Arrays.stream(sharpness).filter(each -> each > limit).count();
    }
  }
}
