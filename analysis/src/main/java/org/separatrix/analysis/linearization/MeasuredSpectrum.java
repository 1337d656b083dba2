package org.separatrix.analysis.linearization;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.DominantEigenvector;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * A spectrum by differences of the step, one block for all coordinates of the state.
 *
 * @param point the critical point
 * @param map the step
 * @param space how positions lie in the states there
 * @param drift how far the state at rest moves in a step
 * @param jacobian of the step at the point, with its error
 * @param spectrum its eigenvalues; the tolerance is the error of these
 */
record MeasuredSpectrum(
    CriticalPoint point,
    StepMap map,
    StateSpace space,
    double drift,
    StepJacobian jacobian,
    LinearizedSpectrum spectrum)
    implements PointSpectrum {
  /** The largest state space in which it is measured. */
  static final int LARGEST = 200;

  /** Differences as parts of the domain's mean side; the one with the smallest error counts. */
  private static final double[] DIFFERENCES = {2e-4, 2e-5, 2e-6};

  /** A step whose slopes differ by more than this part of their norm has no derivative. */
  private static final double LARGEST_ERROR = 1e-3;

  /** How far a state at rest may move in a step, as a part of the domain's mean side. */
  private static final double AT_REST = 1e-9;

  /** Step of the differences that tell how positions lie in states, as such a part. */
  private static final double FOR_SPACE = 1e-3;

  static Optional<PointSpectrum> at(Problem problem, StepMap map, CriticalPoint point) {
    int m = map.dimension();
    if (m > LARGEST) {
      return Optional.empty();
    }
    double side = problem.domain().diameter() / Math.sqrt(problem.dimension());
    double[] rest = map.lift(point.x());
    double drift = drift(map, rest);
    if (!(drift <= AT_REST * side)) {
      return Optional.empty();
    }
    return smallestError(map, rest, side)
        .filter(jacobian -> jacobian.error() <= LARGEST_ERROR * Math.max(1, jacobian.norm()))
        .map(
            jacobian -> {
              ComplexEigenvalues eigenvalues = ComplexEigenvalues.of(jacobian.entries());
              double error = EigenvalueError.bound(jacobian, eigenvalues, jacobian.error());
              return new MeasuredSpectrum(
                  point,
                  map,
                  StateSpace.at(map, point.x(), FOR_SPACE * side),
                  drift,
                  jacobian,
                  new LinearizedSpectrum(
                      List.of(eigenvalues), Math.max(error, LinearizedSpectrum.TOLERANCE)));
            });
  }

  private static Optional<StepJacobian> smallestError(StepMap map, double[] rest, double side) {
    Optional<StepJacobian> best = Optional.empty();
    for (double difference : DIFFERENCES) {
      double[] steps = new double[rest.length];
      Arrays.fill(steps, difference * side);
      Optional<StepJacobian> next = StepJacobian.of(map, rest, steps);
      if (next.isPresent() && (best.isEmpty() || next.get().error() < best.get().error())) {
        best = next;
      }
    }
    return best;
  }

  private static double drift(StepMap map, double[] state) {
    double[] next = new double[state.length];
    map.apply(state, next);
    double sum = 0;
    for (int i = 0; i < next.length; i++) {
      sum += (next[i] - state[i]) * (next[i] - state[i]);
    }
    return Math.sqrt(sum);
  }

  @Override
  public Status status() {
    return Status.ESTIMATED;
  }

  @Override
  public String detail() {
    return "Jacobian of the step by differences, its eigenvalues +-"
        + Numbers.number(spectrum.tolerance(), 2);
  }

  @Override
  public double moved(double relative) {
    double error = jacobian.error() + relative * responseToHessian();
    return EigenvalueError.bound(jacobian, spectrum.blocks().get(0), error);
  }

  /**
   * Returns by how much the Jacobian may move for each part of the Hessian that moves. A step that
   * takes gradients in a row, each at a point that depends on those before, differs from the
   * identity by about the Hessian's share in it, which moves by as much.
   */
  double responseToHessian() {
    return (1 + jacobian.norm()) * jacobian.dimension();
  }

  /** Returns the eigenvectors of the eigenvalue of largest modulus. */
  Optional<DominantEigenvector> dominant() {
    return DominantEigenvector.of(jacobian.entries(), 2 * spectrum.tolerance());
  }

  @Override
  public Optional<UnstableDirection> unstable() {
    return MeasuredDirection.of(point, this);
  }

  @Override
  public Optional<LinearizedFlow> flow() {
    return MeasuredFlow.of(point, this);
  }
}
