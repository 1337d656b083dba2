package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.api.objective.CriticalPointKind.DEGENERATE;
import static org.separatrix.api.objective.CriticalPointKind.LOCAL_MAXIMUM;
import static org.separatrix.api.objective.CriticalPointKind.LOCAL_MINIMUM;
import static org.separatrix.api.objective.CriticalPointKind.STRICT_SADDLE;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.task.TaskPool;

class CriticalPointSearchTest {
  @Test
  void findsLeesThreePoints() {
    Census census = census(TestFunction.lee());
    assertThat(census.points()).extracting(CriticalPoint::id).containsExactly("c1", "c2", "c3");
    assertThat(census.points())
        .extracting(CriticalPoint::kind)
        .containsExactly(LOCAL_MINIMUM, STRICT_SADDLE, LOCAL_MINIMUM);
    assertThat(census.point("c1").x()).containsExactly(0, -1);
    assertThat(census.point("c2").x()).containsExactly(0, 0);
    assertThat(census.point("c3").x()).containsExactly(0, 1);
    assertThat(census.point("c2").eigenvalues()).containsExactly(-1, 1);
    assertThat(census.point("c2").eigenvectors()).isDeepEqualTo(new double[][] {{0, 1}, {1, 0}});
    assertThat(census.point("c3").eigenvalues()).containsExactly(1, 2);
    assertThat(census.point("c1").value()).isEqualTo(-0.25);
    assertThat(census.completeness()).isEqualTo(Status.ESTIMATED);
  }

  /** Doubles resolve 1e-8 there. */
  @Test
  void tellsPointsFarFromTheOriginApart() {
    double far = 1e8;
    TestFunction moved =
        new TestFunction(
            Box.cube(2, far - 2, far + 2),
            x -> TestFunction.lee().value(new double[] {x[0] - far, x[1] - far}),
            (x, g) -> {
              double y = x[1] - far;
              TestFunction.set(g, x[0] - far, y * y * y - y);
            },
            (x, h) -> TestFunction.set(h, 1, 0, 3 * (x[1] - far) * (x[1] - far) - 1));
    assertThat(census(moved).points())
        .extracting(point -> point.x()[1] - far)
        .containsExactly(-1.0, 0.0, 1.0);
  }

  @Test
  void findsHimmelblausNine() {
    Census census = census(TestFunction.himmelblau());
    assertThat(count(census, LOCAL_MINIMUM)).isEqualTo(4);
    assertThat(count(census, STRICT_SADDLE)).isEqualTo(4);
    assertThat(count(census, LOCAL_MAXIMUM)).isEqualTo(1);
    assertHas(census, 3, 2);
    assertHas(census, -2.805118, 3.131312);
    assertHas(census, 3.584428, -1.848127);
    assertHas(census, -3.779310, -3.283186);
    assertHas(census, 3.385154, .073852);
    assertHas(census, .086678, 2.884255);
    assertHas(census, -3.073026, -.081353);
    assertHas(census, -.127961, -1.953715);
    assertHas(census, -.270845, -.923039);
    assertThat(census.points().get(8).x())
        .as("sorted")
        .satisfies(x -> assertThat(x[0]).isCloseTo(3.584428, within(1e-6)));
  }

  @Test
  void findsTheFifteenOfTheSixHumpCamel() {
    Census census = census(TestFunction.sixHumpCamel());
    assertThat(census.points()).hasSize(15);
    assertThat(
            count(census, LOCAL_MINIMUM)
                - count(census, STRICT_SADDLE)
                + count(census, LOCAL_MAXIMUM))
        .as("Euler characteristic")
        .isEqualTo(1);
    assertThat(census.completeness()).isEqualTo(Status.ESTIMATED);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 0, 1, 0, 3", "1, 0.3, 1, 0.7, 3", "1, 0, -1, 0, 4", "1, 0.3, -1, 0.7, 4",
    "1, 0, 1, 0, 4", "1, 0.3, 1, 0.7, 4", "1, 0.3, 1, -0.7, 5", "1, 0.3, -1, 0.7, 6"
  })
  void seesThatHigherPowersAreDegenerate(double s, double a, double c, double b, int p) {
    for (Objective f :
        List.of(
            TestFunction.power(s, a, c, b, p),
            TestFunction.power(s, a, c, b, p).withoutHessian())) {
      Census census = census(f);
      assertThat(census.points()).hasSize(1);
      assertThat(census.points().get(0).kind()).isEqualTo(DEGENERATE);
      assertThat(census.points().get(0).x()[0]).isCloseTo(a, within(1e-12));
      assertThat(census.points().get(0).x()[1]).isCloseTo(b, within(1e-4));
    }
  }

  @Test
  void seesThatTheMonkeySaddleIsDegenerate() {
    Census census = census(TestFunction.monkeySaddle());
    assertThat(census.points()).hasSize(1);
    assertThat(census.points().get(0).kind()).isEqualTo(DEGENERATE);
    assertThat(census.points().get(0).x()).containsExactly(0, 0);
  }

  @Test
  void classifiesIllConditionedPoints() {
    assertThat(onlyPoint(TestFunction.quadratic(1, 1e6)).kind()).isEqualTo(LOCAL_MINIMUM);
    assertThat(onlyPoint(TestFunction.quadratic(1e-6, 1)).kind()).isEqualTo(LOCAL_MINIMUM);
    assertThat(onlyPoint(TestFunction.quadratic(-1e-6, 1)).kind()).isEqualTo(STRICT_SADDLE);
    assertThat(onlyPoint(TestFunction.quadratic(-1e-6, -1)).kind()).isEqualTo(LOCAL_MAXIMUM);
    assertThat(onlyPoint(TestFunction.quadratic(-1, 2).withoutHessian()).kind())
        .isEqualTo(STRICT_SADDLE);
  }

  @Test
  void keepsALineOfSaddlesAsRepresentatives() {
    Census census = census(TestFunction.lineOfSaddles());
    assertThat(census.points()).hasSizeBetween(4, 40);
    for (CriticalPoint point : census.points()) {
      assertThat(point.kind()).isEqualTo(STRICT_SADDLE);
      assertThat(point.x()[0]).isEqualTo(0.5);
      assertThat(point.eigenvalues()[0]).isCloseTo(-2 * Math.sqrt(2), within(1e-12));
      assertThat(point.eigenvalues()[1]).isCloseTo(0, within(1e-12));
    }
    assertThat(census.completeness()).isEqualTo(Status.VIOLATED);
  }

  @Test
  void keepsAHyperbolaOfMinimaAsRepresentatives() {
    Census census = census(TestFunction.hyperbola());
    assertThat(census.points()).hasSizeBetween(5, 66);
    assertThat(count(census, STRICT_SADDLE)).isEqualTo(1);
    assertThat(count(census, DEGENERATE)).isEqualTo(census.points().size() - 1);
    assertThat(census.completeness()).isEqualTo(Status.VIOLATED);
  }

  @Test
  void differencedHessiansFindTheSamePoints() {
    Census exact = census(TestFunction.himmelblau());
    Census differenced = census(TestFunction.himmelblau().withoutHessian());
    assertThat(differenced.points()).hasSize(9);
    for (int i = 0; i < 9; i++) {
      CriticalPoint p = exact.points().get(i);
      CriticalPoint q = differenced.points().get(i);
      assertThat(q.kind()).isEqualTo(p.kind());
      assertThat(q.distance(p.x())).isLessThan(1e-12);
      assertThat(q.eigenvalues()[0]).isCloseTo(p.eigenvalues()[0], within(1e-6));
    }
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    Problem problem = problem(TestFunction.himmelblau());
    List<double[]> others = List.of(new double[] {20, 20}, new double[] {-3, 3});

    Census alone = search(problem, TaskPool.sequential()).search(others);
    Census together = search(problem, new TaskPool(3)).search(others);

    assertThat(together).isEqualTo(alone);
    assertThat(alone.points()).hasSize(9);
  }

  private static CriticalPointSearch search(Problem problem, TaskPool pool) {
    return new CriticalPointSearch(problem, new PointFunction(problem), 1, pool, Optional.empty());
  }

  @Test
  void isAFunctionOfTheSeedAndHardlyThat() {
    Problem problem = problem(TestFunction.himmelblau());
    Census first = new CriticalPointSearch(problem, 1).search();
    assertThat(new CriticalPointSearch(problem, 1).search()).isEqualTo(first);
    Census other = new CriticalPointSearch(problem, 2).search();
    assertThat(other.points()).hasSize(9);
    for (int i = 0; i < 9; i++) {
      assertThat(other.points().get(i).distance(first.points().get(i).x())).isLessThan(1e-14);
    }
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    // |grad|^2 has a minimum at 0, where the gradient is (1, 0)
    TestFunction f =
        new TestFunction(
            Box.cube(2, -1, 1),
            x -> x[0] + x[0] * x[0] * x[0] / 3 + x[1] * x[1] / 2,
            (x, g) -> TestFunction.set(g, 1 + x[0] * x[0], x[1]),
            (x, h) -> TestFunction.set(h, 2 * x[0], 0, 1));
    assertThat(census(f).points()).isEmpty();
  }

  /** log(-1 - x^2 - y^2) is nowhere a number, but its gradient is one everywhere. */
  static TestFunction nowhereDefined() {
    return new TestFunction(
        Box.cube(2, -1, 1),
        x -> Math.log(-1 - x[0] * x[0] - x[1] * x[1]),
        (x, g) -> {
          double s = 1 + x[0] * x[0] + x[1] * x[1];
          TestFunction.set(g, 2 * x[0] / s, 2 * x[1] / s);
        },
        (x, h) -> {
          double s = 1 + x[0] * x[0] + x[1] * x[1];
          TestFunction.set(
              h,
              2 / s - 4 * x[0] * x[0] / (s * s),
              -4 * x[0] * x[1] / (s * s),
              2 / s - 4 * x[1] * x[1] / (s * s));
        });
  }

  @Test
  void aConstantHasAContinuum() {
    for (int d : new int[] {1, 2, 50}) {
      TestFunction constant =
          new TestFunction(
              Box.cube(d, -1, 1),
              x -> 3,
              (x, g) -> Arrays.fill(g, 0),
              (x, h) -> Arrays.stream(h).forEach(row -> Arrays.fill(row, 0)));
      Census census = census(constant);
      assertThat(census.continuum()).isTrue();
      assertThat(census.completeness()).isEqualTo(Status.VIOLATED);
      assertThat(CriticalPointSearch.merged(census, census.points()).continuum()).isTrue();
    }
    assertThat(census(TestFunction.himmelblau()).continuum()).isFalse();
  }

  @Test
  void takesNoPointWhereTheFunctionIsNotANumber() {
    assertThat(census(nowhereDefined()).points()).isEmpty();
  }

  @Test
  void mergesPointsInAnyOrder() {
    Census all = census(TestFunction.himmelblau());
    Census few = new Census(all.problem(), all.points().subList(2, 4), all.completeness());
    List<CriticalPoint> rest = new ArrayList<>(all.points());
    rest.addAll(all.points());
    assertThat(CriticalPointSearch.merged(few, rest)).isEqualTo(all);
    Collections.reverse(rest);
    assertThat(CriticalPointSearch.merged(few, rest)).isEqualTo(all);
  }

  /** In which direction rounding moves an eigenvalue that is zero depends on the coefficients. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
  void anEigenvalueThatIsZeroUpToRoundingIsNotNegative(int n) {
    String formula = "-(x + %d*y + 3*z)^2/7 + (3*y - %1$d*z)^2/11".formatted(n);
    Census census =
        census(
            new SymbolicFormulaCompiler()
                .compile(Formula.of(formula, "x", "y", "z"), Landscape.on(Box.cube(3, -1, 1))));

    assertThat(census.points()).isNotEmpty().allMatch(point -> point.morseIndex() == 1);
  }

  static Problem problem(Objective objective) {
    return new Problem(
        "f", objective, objective.landscape().domain().orElseThrow(), Optional.empty());
  }

  private static Census census(Objective objective) {
    return new CriticalPointSearch(problem(objective), 42).search();
  }

  private static CriticalPoint onlyPoint(Objective objective) {
    Census census = census(objective);
    assertThat(census.points()).hasSize(1);
    return census.points().get(0);
  }

  private static long count(Census census, CriticalPointKind kind) {
    return census.points().stream().filter(point -> point.kind() == kind).count();
  }

  private static void assertHas(Census census, double... x) {
    assertThat(census.points()).anySatisfy(p -> assertThat(p.distance(x)).isLessThan(1e-6));
  }
}
