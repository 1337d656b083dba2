package org.separatrix.core.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalMatrix;
import org.separatrix.core.interval.IntervalVector;

class HessianBoundsTest {
  @Test
  void extremeEigenvaluesOfLee() {
    HessianBounds bounds = bounds(Functions.LEE, 2, Effort.standard());
    // diag(1, 3 y^2 - 1)
    assertThat(bounds.largestEigenvalue().upper()).isEqualTo(11);
    assertThat(bounds.largestEigenvalue().lower()).isEqualTo(11);
    CertifiedBound smallest = bounds.smallestEigenvalue();
    assertThat(smallest.lower()).isEqualTo(-1);
    assertThat(smallest.upper()).isEqualTo(-1);
    assertThat(smallest.witness()[1]).isZero();
    // d^3 f / dy^3 = 6 y
    assertThat(bounds.hessianLipschitz().upper()).isEqualTo(12);
    assertThat(bounds.hessianLipschitz().lower()).isEqualTo(12);
  }

  /**
   * At the maximum (x, y) the trace is 12 (x^2 + y^2) + 4 (x + y) - 68; lambda_1 near (0, -2.2).
   */
  @Test
  void smallestEigenvalueInsideTheBox() {
    CertifiedBound bound = bounds(Functions.HIMMELBLAU, 5, Effort.standard()).smallestEigenvalue();
    double sampled = Double.POSITIVE_INFINITY;
    for (int i = 0; i <= 400; i++) {
      for (int j = 0; j <= 400; j++) {
        double x = -5 + i / 40.0;
        double y = -5 + j / 40.0;
        double a = 12 * x * x + 4 * y - 42;
        double c = 12 * y * y + 4 * x - 26;
        double b = 4 * (x + y);
        sampled = Math.min(sampled, (a + c) / 2 - Math.hypot((a - c) / 2, b));
      }
    }
    assertThat(bound.isTight()).isTrue();
    assertThat(bound.lower()).isBetween(sampled * 1.01, sampled + 1e-9);
    assertThat(bound.upper())
        .isGreaterThan(bound.lower())
        .isBetween(sampled * 1.01, sampled * 0.99);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 5, 20, 100})
  void lessWorkGivesLooserValidBounds(long boxes) {
    String text = Functions.MUELLER_BROWN;
    CertifiedBound tight = bounds(text, 1, Effort.standard()).gradientLipschitz();
    CertifiedBound loose = bounds(text, 1, Effort.standard().withBoxes(boxes)).gradientLipschitz();
    assertThat(tight.isTight()).isTrue();
    assertThat(tight.boxes()).isGreaterThan(100);
    assertThat(loose.isTight()).isFalse();
    assertThat(loose.boxes()).isBetween(boxes, boxes + 1);
    assertThat(loose.upper()).isGreaterThan(tight.lower() * 1.01).isFinite();
    assertThat(loose.lower()).isLessThanOrEqualTo(tight.upper());
  }

  @Test
  void timeAndCancellationEndTheWork() {
    Effort none = new Effort(0.01, 10_000, Duration.ZERO, () -> false);
    Effort cancelled = new Effort(0.01, 10_000, Duration.ofDays(300_000), () -> true);
    for (Effort effort : new Effort[] {none, cancelled}) {
      CertifiedBound bound = bounds(Functions.MUELLER_BROWN, 1, effort).gradientLipschitz();
      assertThat(bound.boxes()).isEqualTo(1);
      assertThat(bound.isTight()).isFalse();
      assertThat(bound.upper()).isGreaterThan(bound.lower());
    }
  }

  @Test
  void sameWorkSameResult() {
    for (int i = 0; i < 2; i++) {
      CertifiedBound first = bounds(Functions.SIX_HUMP, 1, Effort.standard()).smallestEigenvalue();
      CertifiedBound second = bounds(Functions.SIX_HUMP, 1, Effort.standard()).smallestEigenvalue();
      assertThat(first).usingRecursiveComparison().isEqualTo(second);
    }
  }

  @Test
  void smallerGapsAreReached() {
    for (double gap : new double[] {0.1, 0.01, 1e-4, 1e-6}) {
      CertifiedBound bound =
          bounds("sin(x*y) + tanh(x - y)^3", 2, Effort.standard().withRelativeGap(gap))
              .gradientLipschitz();
      assertThat(bound.isTight()).isTrue();
      assertThat(bound.upper() - bound.lower()).isLessThanOrEqualTo(gap * bound.lower());
    }
  }

  /** Undefined, or without second derivative, at some points of [-1, 1]^2. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "log(x) + y^2",
        "sqrt(x^2 + y^2)",
        "x*y + (x + 1)^1.5",
        "1/(x - 0.3) + y",
        "tan(2*x)*y",
        "sqrt(y - x)",
        "log(-2 - x^2) + y"
      })
  void functionsThatAreNotTwiceDifferentiableHaveNoBound(String text) {
    CertifiedBound bound = bounds(text, 1, Effort.standard()).gradientLipschitz();
    assertThat(bound.isDefinedEverywhere()).isFalse();
    assertThat(bound.upper()).isInfinite();
    assertThat(bound.isTight()).isFalse();
    assertThat(bound.boxes()).isLessThan(1000);
    assertThat(bounds(text, 1, Effort.standard()).smallestEigenvalue().lower())
        .isEqualTo(Double.NEGATIVE_INFINITY);
  }

  /** Defined everywhere, which only parts of the box show: x^2 - x >= -1/4. */
  @Test
  void definitionIsProvenOnParts() {
    CertifiedBound bound =
        bounds("log(x^2 - x + 1) + y^2", 2, Effort.standard()).gradientLipschitz();
    assertThat(bound.isDefinedEverywhere()).isTrue();
    // f_xx = (1 + 2x - 2x^2)/(x^2 - x + 1)^2 is largest at x = 1/2: 8/3.
    assertThat(bound.upper()).isBetween(8 / 3.0, 8 / 3.0 * 1.01);
  }

  /** A user's function may give Hessians and no more. */
  @Test
  void worksWithoutThirdDerivatives() {
    IntervalExtension f = new HessianOnly(Functions.inDimension(Functions.RING, 4));
    IntervalVector box = IntervalVector.of(Box.cube(4, -0.5, 0.25));
    HessianBounds bounds = new HessianBounds(f, box, Effort.standard().withBoxes(300));
    CertifiedBound bound = bounds.gradientLipschitz();
    assertThat(bound.isTight()).isTrue();
    assertThat(bound.upper()).isBetween(4.0, 4.04);
    assertThat(bounds.smallestEigenvalue().lower()).isBetween(-1.0, 1e-9);
    assertThatThrownBy(bounds::hessianLipschitz)
        .isInstanceOf(UnsupportedOperationException.class)
        .hasMessage(
            "the Lipschitz constant of the Hessian needs third derivatives.\n"
                + "Maybe let the function implement ThirdDerivatives.");
  }

  @Test
  void largeDenseHessiansAreBounded() {
    IntervalFormula f =
        Functions.inDimension("sum(i, 1, n, x[i])^2/2 + sum(i, 1, n, x[i]^2)/2", 66);
    CertifiedBound bound =
        new HessianBounds(f, IntervalVector.of(Box.cube(66, -1, 1)), Effort.standard())
            .gradientLipschitz();
    assertThat(bound.lower()).isBetween(67 - 1e-9, 67.0);
    assertThat(bound.upper()).isBetween(67.0, 67 + 1e-9);
  }

  /** D^3 of (sum x_i)^3/6 is (1, ..., 1) three times, of norm d^(3/2). */
  @Test
  void thirdDerivativesOfManyCoupledCoordinates() {
    for (int d : new int[] {4, 9, 65}) {
      IntervalFormula f = Functions.inDimension("sum(i, 1, n, x[i])^3/6", d);
      IntervalVector box = IntervalVector.of(Box.cube(d, -1, 1));
      CertifiedBound bound =
          new HessianBounds(f, box, Effort.standard().withBoxes(1)).hessianLipschitz();
      assertThat(bound.upper()).isGreaterThanOrEqualTo(Math.pow(d, 1.5) * (1 - 1e-12));
      assertThat(bound.lower()).isLessThanOrEqualTo(Math.pow(d, 1.5) * (1 + 1e-12));
      assertThat(bound.isTight()).isEqualTo(d < 65);
      assertThat(bound.isDefinedEverywhere()).isEqualTo(d < 65);
    }
  }

  @Test
  void limitsAreChecked() {
    assertThatThrownBy(() -> Effort.standard().withRelativeGap(Double.NaN))
        .hasMessage("the relative gap is NaN.%nMaybe choose 0.01.".formatted());
    assertThatThrownBy(() -> Effort.standard().withBoxes(0))
        .hasMessage("at least 1 box must be examined, not 0");
  }

  /**
   * The Hessian of x y^2 vanishes at 0, its derivatives do not: |D^3 f(u, u, u)| = 6 |u_x| u_y^2 is
   * largest, 4 / sqrt 3, at u_x^2 = 1/3.
   */
  @Test
  void derivativesOfEntriesThatVanishAtAPointCount() {
    CertifiedBound bound =
        new HessianBounds(Functions.planar("x*y^2"), IntervalVector.point(0, 0), Effort.standard())
            .hessianLipschitz();

    assertThat(bound.lower()).isCloseTo(4 / Math.sqrt(3), within(1e-6));
    assertThat(bound.upper()).isBetween(4 / Math.sqrt(3), 1.01 * 4 / Math.sqrt(3));
  }

  private static HessianBounds bounds(String text, double half, Effort effort) {
    return new HessianBounds(
        Functions.planar(text), IntervalVector.of(Box.cube(2, -half, half)), effort);
  }

  private record HessianOnly(IntervalExtension f) implements IntervalExtension {
    @Override
    public int dimension() {
      return f.dimension();
    }

    @Override
    public Enclosure<IntervalVector> gradient(IntervalVector box) {
      return f.gradient(box);
    }

    @Override
    public Enclosure<IntervalVector> meanValueGradient(IntervalVector box) {
      return f.meanValueGradient(box);
    }

    @Override
    public Enclosure<IntervalMatrix> hessian(IntervalVector box) {
      return f.hessian(box);
    }

    @Override
    public Enclosure<IntervalMatrix> jacobian(IntervalVector box) {
      return f.jacobian(box);
    }
  }
}
