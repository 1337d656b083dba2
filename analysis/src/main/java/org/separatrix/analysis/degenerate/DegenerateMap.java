package org.separatrix.analysis.degenerate;

import java.util.Optional;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;

/**
 * What a method does to first order at a degenerate point.
 *
 * @param map whether its map has a linearization there
 * @param drift along the kernel, if it is a drift
 * @param transverse whether the method attracts across the kernel
 * @param transverseRadius the spectral radius across it; 0 if it is everything
 */
public record DegenerateMap(
    Hypothesis map, Optional<SlowDrift> drift, Hypothesis transverse, double transverseRadius) {
  /**
   * Looks at a deterministic method.
   *
   * @param problem the objective
   * @param optimizer the method
   * @param kernel of the Hessian at the point
   * @param laboratory gives the step as a map
   */
  public static DegenerateMap of(
      Problem problem, Optimizer optimizer, Kernel kernel, Laboratory laboratory) {
    if (optimizer.linearization().isPresent()) {
      Linearization declared = optimizer.linearization().get();
      return new DegenerateMap(
          LinearizedMethod.check(optimizer),
          SlowDrift.of(declared),
          TransverseDirections.attract(kernel, declared),
          TransverseDirections.spectralRadius(kernel, declared));
    }
    Optional<PointSpectrum> known =
        PointSpectrum.at(problem, optimizer, kernel.point(), laboratory);
    Optional<SlowDrift> drift =
        MeasuredDrift.of(
            curvature ->
                PointSpectrum.at(
                    BentObjective.of(problem, kernel, curvature),
                    optimizer,
                    kernel.point(),
                    laboratory),
            kernel,
            problem);
    double radius = drift.map(SlowDrift::otherRadius).orElse(Double.NaN);
    return new DegenerateMap(
        LinearizedMethod.check(known), drift, TransverseDirections.attract(kernel, radius), radius);
  }

  /** Returns the condition that the method drifts downhill along the kernel. */
  public Hypothesis drifts() {
    boolean descends = drift.isPresent() && drift.get().step() > 0;
    return new Hypothesis(
        "1 is a simple eigenvalue of A and leads",
        descends ? map.status() : Status.VIOLATED,
        drift
            .map(each -> "a = %s".formatted(Numbers.number(each.step(), 6)))
            .orElse("it is not, or does not move with lambda"));
  }
}
