package org.separatrix.analysis.linearization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.analysis.testing.Functions;
import org.separatrix.analysis.testing.Methods;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.linalg.ComplexEigenvalues;
import org.separatrix.core.linalg.LinearizedSpectrum;

class PointSpectrumTest {
  private static final Bench BENCH = new Bench();

  /** I - alpha e_i e_i' H, multiplied up for i = 1, ..., d. */
  private static double[][] sweep(double[][] hessian, double alpha) {
    int d = hessian.length;
    double[][] product = new double[d][d];
    for (int column = 0; column < d; column++) {
      double[] x = new double[d];
      x[column] = 1;
      for (int i = 0; i < d; i++) {
        double slope = 0;
        for (int j = 0; j < d; j++) {
          slope += hessian[i][j] * x[j];
        }
        x[i] -= alpha * slope;
      }
      for (int row = 0; row < d; row++) {
        product[row][column] = x[row];
      }
    }
    return product;
  }

  @Test
  void coordinateDescentHasTheSpectrumOfItsProduct() {
    Problem problem = Functions.himmelblau();
    List<CriticalPoint> points = points(problem);
    assertThat(points).hasSize(9);
    for (CriticalPoint point : points) {
      PointSpectrum measured = at(problem, Methods.coordinateDescent(0.01), point).orElseThrow();
      ComplexEigenvalues expected =
          ComplexEigenvalues.of(sweep(BENCH.hessian(problem, point.x()), 0.01));
      double error = measured.spectrum().tolerance();
      assertThat(error).isBetween(1e-9, 1e-6);
      assertThat(measured.status()).isEqualTo(Status.ESTIMATED);
      ComplexEigenvalues found = measured.spectrum().blocks().get(0);
      for (int i = 0; i < 2; i++) {
        assertThat(found.re()[i]).isCloseTo(expected.re()[i], within(error));
        assertThat(found.im()[i]).isCloseTo(expected.im()[i], within(error));
      }
    }
  }

  /** With alpha H_ii < 1 the sweep keeps the inertia: as many unstable as negative eigenvalues. */
  @Test
  void coordinateDescentHasTheInertiaOfTheHessian() {
    Problem problem = Functions.himmelblau();
    for (CriticalPoint point : points(problem)) {
      LinearizedSpectrum spectrum =
          at(problem, Methods.coordinateDescent(0.005), point).orElseThrow().spectrum();
      assertThat(spectrum.unstableDimension()).isEqualTo(point.morseIndex());
      assertThat(spectrum.stableDimension()).isEqualTo(2 - point.morseIndex());
    }
  }

  /** The declared spectrum is the ground truth; it lies within the stated error. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.9})
  void memoryIsMeasuredInTheLiftedSpace(double beta) {
    for (LinearMethod method :
        List.of(Methods.heavyBall(0.05, beta), Methods.nesterov(0.05, beta))) {
      Problem problem = Functions.lee();
      for (CriticalPoint point : points(problem)) {
        PointSpectrum declared = at(problem, method, point).orElseThrow();
        PointSpectrum measured = at(problem, Methods.silent(method), point).orElseThrow();
        assertThat(declared.status()).isEqualTo(Status.CERTIFIED);
        assertThat(measured.spectrum().spectralRadius())
            .isCloseTo(
                declared.spectrum().spectralRadius(), within(measured.spectrum().tolerance()));
        assertThat(measured.spectrum().unstableDimension())
            .isEqualTo(declared.spectrum().unstableDimension());
      }
    }
  }

  /** beta = (1 - sqrt(alpha lambda))^2 gives a double eigenvalue with one eigenvector. */
  @Test
  void aMissingEigenvectorWidensTheError() {
    double beta = Math.pow(1 - Math.sqrt(0.25), 2);
    Problem problem = Functions.quadratic(1);
    PointSpectrum measured =
        at(problem, Methods.silent(Methods.heavyBall(0.25, beta)), points(problem).get(0))
            .orElseThrow();
    assertThat(measured.spectrum().spectralRadius())
        .isCloseTo(0.5, within(measured.spectrum().tolerance()));
    assertThat(measured.spectrum().tolerance()).isBetween(1e-8, 1e-3);
    assertThat(measured.spectrum().isAttracting()).isTrue();
  }

  /** J = [[1/2, 1000], [0, 1/2]] plus e in the other corner has 1/2 +- sqrt(1000 e). */
  @Test
  void theBoundCoversWhatAPerturbationDoes() {
    for (double e : new double[] {1e-12, 1e-8, 1e-4}) {
      StepJacobian jacobian = new StepJacobian(new double[][] {{0.5, 1000}, {0, 0.5}}, e);
      double bound = EigenvalueError.bound(jacobian, ComplexEigenvalues.of(jacobian.entries()), e);
      assertThat(bound).isBetween(Math.sqrt(1000 * e), 10 * Math.sqrt(1000 * e) + 1000 * e);
    }
    StepJacobian normal = new StepJacobian(new double[][] {{0.5, 0.3}, {-0.3, 0.5}}, 1e-6);
    assertThat(EigenvalueError.bound(normal, ComplexEigenvalues.of(normal.entries()), 1e-6))
        .isBetween(1e-6, 2e-6);
  }

  @Test
  void aStepWithoutADerivativeHasNone() {
    Problem problem = Functions.lee();
    for (CriticalPoint point : points(problem)) {
      assertThat(at(problem, Methods.squareRoots(0.1), point)).isEmpty();
    }
  }

  @Test
  void aMethodWithNoiseHasNone() {
    Problem problem = Functions.lee();
    assertThat(at(problem, Methods.declaring(0.1, Optional.empty(), false), points(problem).get(0)))
        .isEmpty();
  }

  /** The state of a point that is not critical for the method's gradient does not rest. */
  @Test
  void aPointThatMovesHasNone() {
    Problem problem = Functions.lee();
    Problem other =
        Functions.problem(
            "moved",
            Box.cube(2, -2, 2),
            11,
            (x, g) -> {
              g[0] = x[0] - 0.1;
              g[1] = x[1] * x[1] * x[1] - x[1];
            });
    assertThat(at(other, Methods.coordinateDescent(0.1), points(problem).get(0))).isEmpty();
  }

  @Test
  void largeStateSpacesAreLeftAlone() {
    double[] eigenvalues = new double[101];
    Arrays.fill(eigenvalues, 1);
    Problem problem = Functions.quadratic(eigenvalues);
    CriticalPoint point = points(problem).get(0);
    assertThat(at(problem, Methods.silent(Methods.heavyBall(0.1, 0.5)), point)).isEmpty();
  }

  private static Optional<PointSpectrum> at(
      Problem problem, Optimizer optimizer, CriticalPoint point) {
    return PointSpectrum.at(problem, optimizer, point, BENCH);
  }

  private static List<CriticalPoint> points(Problem problem) {
    return BENCH.study(problem, Methods.gradientDescent(1e-3)).census(problem.name()).points();
  }
}
