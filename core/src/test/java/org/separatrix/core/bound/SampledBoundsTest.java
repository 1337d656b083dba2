package org.separatrix.core.bound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.linalg.SymmetricEigen;

/** No point exceeds a bound, of whatever function; the check notices bounds that are too low. */
class SampledBoundsTest {
  private static final double SOLVER = 1e-11;
  private static final String[] NAMES = {"x", "y", "z", "w"};

  private final SplittableRandom random = new SplittableRandom(11);

  @ParameterizedTest
  @ValueSource(
      strings = {
        Functions.LEE,
        Functions.HIMMELBLAU,
        Functions.SIX_HUMP,
        Functions.THREE_HUMP,
        "sin(x*y) + tanh(x - y)^3 - cos(x^2)/(2 + sin(y))",
        "log(x^2 - x + 1) + y^2*x",
        "(1 + x^2 + y^2)^1.5"
      })
  void denseSamplesStayBelow(String text) {
    CompiledFormula f = Functions.compiled(text, "x", "y");
    IntervalVector box = IntervalVector.of(Box.cube(2, -2, 2));
    assertThat(check(f, box, 1000, 10_000, 60)).isEqualTo(3);
  }

  @Test
  void muellerBrown() {
    CompiledFormula f = Functions.compiled(Functions.MUELLER_BROWN, "x", "y");
    Box domain = new Box(new double[] {-1.5, -0.2}, new double[] {1.2, 2});
    assertThat(check(f, IntervalVector.of(domain), 1000, 10_000, 60)).isEqualTo(3);
  }

  @Test
  void randomFormulasOnRandomBoxes() {
    int tight = 0;
    int checks = 0;
    for (int i = 0; i < 10; i++) {
      int d = 1 + i % 4;
      CompiledFormula f = Functions.compiled(new RandomSmoothFormulas(random, d).next(), names(d));
      double low = random.nextDouble() * 3 - 2;
      IntervalVector box = IntervalVector.of(Box.cube(d, low, low + 0.05 + random.nextDouble()));
      tight += check(f, box, 100, 300, 4);
      checks += 3;
    }
    assertThat(tight).isGreaterThan(checks / 2);
  }

  /** One step below what the witness reaches is too low, and the check must say so. */
  @Test
  void boundsShrunkBelowTheWitnessAreNoticed() {
    for (String text : List.of(Functions.LEE, Functions.SIX_HUMP, Functions.MUELLER_BROWN)) {
      CompiledFormula f = Functions.compiled(text, "x", "y");
      CertifiedBound bound =
          new HessianBounds(
                  new IntervalFormula(f), IntervalVector.of(Box.cube(2, -1, 1)), Effort.standard())
              .gradientLipschitz();
      assertThat(exceeds(f, bound.witness(), bound.upper())).isFalse();
      assertThat(exceeds(f, bound.witness(), Math.nextDown(bound.lower()))).isTrue();
    }
  }

  /** Returns how many of three bounds are tight. */
  private int check(CompiledFormula f, IntervalVector box, int samples, long boxes, long few) {
    Effort effort = Effort.standard().withBoxes(boxes);
    IntervalFormula enclosures = new IntervalFormula(f);
    HessianBounds bounds = new HessianBounds(enclosures, box, effort);
    CertifiedBound norm = bounds.gradientLipschitz();
    CertifiedBound largest = bounds.largestEigenvalue();
    CertifiedBound smallest = bounds.smallestEigenvalue();
    CertifiedBound variation =
        new HessianBounds(enclosures, box, effort.withBoxes(few)).hessianLipschitz();
    double error = SOLVER * (1 + norm.upper());
    for (int i = 0; i < samples; i++) {
      double[] x = Samples.point(box, random);
      SymmetricEigen eigen = Samples.eigenvalues(f, x);
      assertThat(eigen.spectralNorm()).isLessThanOrEqualTo(norm.upper() + error);
      assertThat(eigen.value(x.length - 1)).isLessThanOrEqualTo(largest.upper() + error);
      assertThat(eigen.value(0)).isGreaterThanOrEqualTo(smallest.lower() - error);
      assertThat(exceeds(f, x, norm.upper())).isFalse();
      double[] y = Samples.point(box, random);
      assertThat(change(f, x, y)).isLessThanOrEqualTo(variation.upper() * distance(x, y) + error);
    }
    assertThat(Samples.norm(f, norm.witness())).isGreaterThanOrEqualTo(norm.lower() - error);
    assertThat(Samples.eigenvalues(f, largest.witness()).value(box.dimension() - 1))
        .isGreaterThanOrEqualTo(largest.lower() - error);
    assertThat(Samples.eigenvalues(f, smallest.witness()).value(0))
        .isLessThanOrEqualTo(smallest.upper() + error);
    assertThat(variation.lower()).isLessThanOrEqualTo(variation.upper());
    return (norm.isTight() ? 1 : 0) + (largest.isTight() ? 1 : 0) + (smallest.isTight() ? 1 : 0);
  }

  /** Tells whether |H(x)| certainly exceeds a number. */
  private static boolean exceeds(CompiledFormula f, double[] x, double bound) {
    List<Interval> eigenvalues =
        new IntervalFormula(f).hessian(IntervalVector.point(x)).range().eigenvalues();
    return eigenvalues.get(eigenvalues.size() - 1).low() > bound
        || eigenvalues.get(0).high() < -bound;
  }

  private static double change(CompiledFormula f, double[] x, double[] y) {
    double[][] a = new double[x.length][x.length];
    double[][] b = new double[x.length][x.length];
    f.hessian(x, a);
    f.hessian(y, b);
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        a[i][j] -= b[i][j];
      }
    }
    return SymmetricEigen.of(a).spectralNorm();
  }

  private static double distance(double[] x, double[] y) {
    double sum = 0;
    for (int k = 0; k < x.length; k++) {
      sum = Math.hypot(sum, x[k] - y[k]);
    }
    return sum;
  }

  private static String[] names(int d) {
    return Arrays.copyOf(NAMES, d);
  }
}
