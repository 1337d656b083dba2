package org.separatrix.analysis.hypothesis;

import java.util.Optional;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.DominantEigenvector;

/**
 * The hypothesis that the starts of a method with memory do not lie along the stable manifold.
 *
 * <p>A method with n state vectors acts on R^{nd}, but its runs start on the d-dimensional slice of
 * states v x_0, v being the state at rest. The slice is a null set there, so "almost every state"
 * says nothing of it. What is checked is that near the saddle the slice is transversal to the
 * center-stable subspace: the part of v along the unstable eigenvector of A + lambda_min B C, l'v
 * with the left eigenvector l, is not zero. On a quadratic this is all that is needed; elsewhere it
 * is a statement about the neighbourhood of the saddle, hence estimated. A method that declares no
 * linearization has the eigenvectors of its step's Jacobian, and the slice that its starts are seen
 * to lie on.
 */
public final class TransversalStart {
  /** The name of this hypothesis. */
  public static final String NAME = "starting slice transversal to W^cs";

  private static final double NEGLIGIBLE = 1e-9;

  /** Growth by which an unstable part shows before rounding errors could pass for one. */
  private static final double VISIBLE = 1e4;

  private static final double STEP = 1e-6;

  private TransversalStart() {}

  /**
   * Checks the hypothesis.
   *
   * @param problem the objective
   * @param optimizer the method
   * @param point the strict saddle
   * @param laboratory gives the state of a run that starts, where the method does not declare it
   * @return empty if the method has no memory, or neither a linearization nor a step with a
   *     derivative
   */
  public static Optional<Hypothesis> check(
      Problem problem, Optimizer optimizer, CriticalPoint point, Laboratory laboratory) {
    if (optimizer.linearization().isEmpty()) {
      return optimizer.memory() + optimizer.scalars() == 0
          ? Optional.empty()
          : PointSpectrum.at(problem, optimizer, point, laboratory)
              .map(TransversalStart::ofJacobian);
    }
    double[][] block = optimizer.linearization().get().at(point.eigenvalues()[0]);
    if (block.length == 1) {
      return Optional.empty();
    }
    return Optional.of(
        slice(problem, optimizer, point, laboratory)
            .filter(v -> v.length == block.length)
            .map(v -> check(block, v))
            .orElseGet(
                () -> new Hypothesis(NAME, Status.VIOLATED, "the starting states are not known")));
  }

  private static Hypothesis ofJacobian(PointSpectrum spectrum) {
    if (spectrum.spectrum().unstableDimension() == 0) {
      return noUnstable(spectrum.spectrum().spectralRadius());
    }
    return spectrum
        .unstable()
        .map(
            unstable ->
                new Hypothesis(
                    NAME,
                    Status.ESTIMATED,
                    "unstable coefficient "
                        + Numbers.number(unstable.coefficient().orElse(Double.NaN))))
        .orElseGet(
            () ->
                new Hypothesis(
                    NAME, Status.VIOLATED, "no part of starts is seen that grows like |z|^k"));
  }

  private static Hypothesis noUnstable(double growth) {
    return new Hypothesis(
        NAME, Status.VIOLATED, "no unstable eigenvalue: |z| <= " + Numbers.number(growth));
  }

  private static Hypothesis check(double[][] block, double[] v) {
    double growth = ComplexEigenvalues.of(block).spectralRadius();
    if (!(growth > 1)) {
      return noUnstable(growth);
    }
    Optional<DominantEigenvector> dominant = DominantEigenvector.of(block);
    if (dominant.isPresent()) {
      double coefficient = dominant.get().coefficient(v);
      return new Hypothesis(
          NAME,
          Math.abs(coefficient) > NEGLIGIBLE * norm(v) ? Status.ESTIMATED : Status.VIOLATED,
          "unstable coefficient " + Numbers.number(coefficient));
    }
    boolean grows = grows(block, v, growth);
    return new Hypothesis(
        NAME,
        grows ? Status.ESTIMATED : Status.VIOLATED,
        grows ? "grows with the unstable eigenvalues" : "does not grow");
  }

  /** Tells whether the state grows as long as only its own unstable part can have become large. */
  private static boolean grows(double[][] block, double[] v, double growth) {
    double steps = Math.min(1e6, Math.ceil(2 * Math.log(VISIBLE) / Math.log(growth)));
    double[] state = v.clone();
    double before = norm(state);
    for (int k = 0; k < steps; k++) {
      state = product(block, state);
    }
    return norm(state) > VISIBLE * before;
  }

  /** Returns the state per unit of displacement from rest: entry j belongs to state vector j. */
  private static Optional<double[]> slice(
      Problem problem, Optimizer optimizer, CriticalPoint point, Laboratory laboratory) {
    if (optimizer instanceof LinearMethod method) {
      return Optional.of(method.rest());
    }
    if (!optimizer.isDeterministic()) {
      return Optional.empty();
    }
    StepMap map = laboratory.map(problem, optimizer);
    double[] direction = point.eigenvectors()[0];
    int d = direction.length;
    double[] moved = point.x();
    for (int k = 0; k < d; k++) {
      moved[k] += STEP * direction[k];
    }
    double[] rest = map.lift(point.x());
    double[] state = map.lift(moved);
    double[] v = new double[state.length / d];
    for (int j = 0; j < v.length; j++) {
      for (int k = 0; k < d; k++) {
        v[j] += (state[j * d + k] - rest[j * d + k]) / STEP * direction[k];
      }
    }
    return Optional.of(v);
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < result.length; i++) {
      for (int j = 0; j < vector.length; j++) {
        result[i] = Math.fma(matrix[i][j], vector[j], result[i]);
      }
    }
    return result;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double entry : vector) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
