package org.separatrix.core.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Formula;
import org.separatrix.core.code.SourceCompiler;

/** A lane's result depends on that lane alone, to the last bit. */
class BlockEvaluationTest {
  private static final int POINTS = 2600;
  private static final CompiledFormula FUNCTION =
      new SymbolicFormulaCompiler()
          .compile(
              Formula.of(
                  "(x^2 + y - 11)^2 + (x + y^2 - 7)^2*exp(-x*z) + log(x)/z^3 + tanh(y)*tan(x)"
                      + " + sqrt(x*y)^3 - cos(3*z)*sin(y) + x^2.7",
                  "x",
                  "y",
                  "z"));
  private static final double[][] POINTS_AT = points();
  private static final double[] VALUES = new double[POINTS];
  private static final double[][] GRADIENTS = new double[3][POINTS];

  static {
    FUNCTION.value(POINTS_AT, VALUES, POINTS);
    FUNCTION.gradient(POINTS_AT, GRADIENTS, POINTS);
  }

  /** Half of the points have a negative coordinate, so that some results are not numbers. */
  private static double[][] points() {
    Random random = new Random(3);
    double[][] points = new double[3][POINTS];
    for (double[] coordinate : points) {
      Arrays.setAll(coordinate, i -> random.nextDouble(-0.5, 3));
    }
    return points;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 8, 63, 64, 255, 512, 1023, 1024, 1025, 2049})
  void theBlockSizeDoesNotMatter(int lanes) {
    for (int from = 0; from + lanes <= POINTS; from += lanes) {
      int first = from;
      double[][] x = new double[3][];
      Arrays.setAll(x, k -> Arrays.copyOfRange(POINTS_AT[k], first, first + lanes));
      double[] f = new double[lanes];
      double[][] g = new double[3][lanes];
      FUNCTION.value(x, f, lanes);
      FUNCTION.gradient(x, g, lanes);

      assertThat(bits(f)).isEqualTo(bits(Arrays.copyOfRange(VALUES, from, from + lanes)));
      for (int k = 0; k < 3; k++) {
        assertThat(bits(g[k]))
            .isEqualTo(bits(Arrays.copyOfRange(GRADIENTS[k], from, from + lanes)));
      }
    }
  }

  @Test
  void thePlaceInTheBlockDoesNotMatter() {
    int[] places = new Random(4).ints(0, POINTS).limit(900).toArray();
    double[][] x = new double[3][];
    Arrays.setAll(x, k -> IntStream.of(places).mapToDouble(i -> POINTS_AT[k][i]).toArray());
    double[][] g = new double[3][places.length];
    FUNCTION.gradient(x, g, places.length);

    for (int k = 0; k < 3; k++) {
      double[] expected = GRADIENTS[k];
      assertThat(bits(g[k]))
          .isEqualTo(bits(IntStream.of(places).mapToDouble(i -> expected[i]).toArray()));
    }
  }

  @Test
  void whatLiesBeyondTheLanesIsNeitherReadNorWritten() {
    for (int lanes : new int[] {5, 1500}) {
      double[][] x = new double[3][lanes + 9];
      double[][] g = new double[3][lanes + 9];
      for (int k = 0; k < 3; k++) {
        Arrays.fill(x[k], Double.NaN);
        System.arraycopy(POINTS_AT[k], 0, x[k], 0, lanes);
        Arrays.fill(g[k], 77);
      }
      double[][] before = Arrays.stream(x).map(double[]::clone).toArray(double[][]::new);
      FUNCTION.gradient(x, g, lanes);

      for (int k = 0; k < 3; k++) {
        assertThat(bits(x[k])).isEqualTo(bits(before[k]));
        assertThat(bits(Arrays.copyOf(g[k], lanes)))
            .isEqualTo(bits(Arrays.copyOf(GRADIENTS[k], lanes)));
        assertThat(Arrays.copyOfRange(g[k], lanes, lanes + 9)).containsOnly(77);
      }
    }
  }

  @Test
  void threadsShareAnInstance() {
    List<Boolean> equal =
        IntStream.range(0, 200)
            .parallel()
            .mapToObj(
                n -> {
                  double[][] g = new double[3][POINTS];
                  FUNCTION.gradient(POINTS_AT, g, POINTS - n);
                  double[][] h = new double[3][3];
                  FUNCTION.hessian(new double[] {1, 2, 3}, h);
                  return h[0][1] == h[1][0]
                      && Arrays.equals(g[1], 0, POINTS - n, GRADIENTS[1], 0, POINTS - n);
                })
            .toList();

    assertThat(equal).hasSize(200).containsOnly(true);
  }

  @Test
  void onePointAloneHasTheBitsOfABlock() {
    Tape tape =
        new Tape(ProgramCompiler.compile(3, FUNCTION.gradientExpressions()), new SourceCompiler());
    double[] out = new double[3];
    for (int i = 0; i < POINTS; i++) {
      tape.evaluate(new double[] {POINTS_AT[0][i], POINTS_AT[1][i], POINTS_AT[2][i]}, out);
      assertThat(bits(out))
          .isEqualTo(bits(new double[] {GRADIENTS[0][i], GRADIENTS[1][i], GRADIENTS[2][i]}));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1/x",
        "log(x)",
        "sqrt(x - 1)",
        "x^-3",
        "0*log(x)",
        "(x - 1)^0.3",
        "1/sin(x)",
        "1/0"
      })
  void outsideOfTheDomainResultsAreNotFinite(String text) {
    CompiledFormula f = new SymbolicFormulaCompiler().compile(Formula.of(text, "x"));

    assertThat(Double.isFinite(CatalogueTest.value(f, 0))).isFalse();
    assertThat(f.dimension()).isOne();
    assertThat(CatalogueTest.gradient(f, 0)).hasSize(1);
    assertThat(CatalogueTest.hessian(f, 0)).hasDimensions(1, 1);
  }

  @Test
  void overflowIsInfinite() {
    CompiledFormula f = new SymbolicFormulaCompiler().compile(Formula.of("exp(x) + x^4", "x"));

    assertThat(CatalogueTest.value(f, 1000)).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(CatalogueTest.gradient(f, -1e200)).containsExactly(Double.NEGATIVE_INFINITY);
    assertThat(CatalogueTest.value(f, Double.NaN)).isNaN();
  }

  @Test
  void outputsMayBeConstantsCoordinatesAndEqual() {
    CompiledFormula f =
        new SymbolicFormulaCompiler()
            .compile(new Formula("x*y + 3*z", List.of("x", "y", "z", "unused"), Map.of()));
    CompiledFormula square = new SymbolicFormulaCompiler().compile(Formula.of("(x+y)^2", "x", "y"));

    assertThat(CatalogueTest.gradient(f, 5, 6, 7, 8)).containsExactly(6, 5, 3, 0);
    assertThat(CatalogueTest.gradient(square, 1, 2)).containsExactly(6, 6);
    assertThat(CatalogueTest.hessian(square, 1, 2)).isDeepEqualTo(new double[][] {{2, 2}, {2, 2}});
  }

  private static long[] bits(double[] numbers) {
    return Arrays.stream(numbers).mapToLong(Double::doubleToLongBits).toArray();
  }
}
