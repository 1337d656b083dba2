package org.separatrix.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.core.linalg.SymmetricEigen;

class IntervalMatrixTest {
  /** What the eigenvalues of the sampled matrices are wrong by, relative to their norm. */
  private static final double SOLVER = 1e-14;

  private final RandomIntervals random = new RandomIntervals(5);

  @Test
  void productsAndNorms() {
    IntervalMatrix a =
        IntervalMatrix.of(
            new Interval[][] {
              {new Interval(1, 2), new Interval(-1, 1)}, {Interval.ZERO, Interval.point(3)}
            });
    assertThat(a.times(IntervalVector.point(2, 1)))
        .isEqualTo(IntervalVector.of(new Interval(1, 5), Interval.point(3)));
    assertThat(a.times(IntervalMatrix.identity(2))).isEqualTo(a);
    assertThat(a.minus(a).get(0, 1)).isEqualTo(new Interval(-2, 2));
    assertThat(a.transposed().get(1, 0)).isEqualTo(new Interval(-1, 1));
    assertThat(a.infinityNorm()).isEqualTo(3);
    assertThat(IntervalMatrix.point(new double[][] {{3, 0}, {0, 4}}).frobeniusNorm()).isEqualTo(5);
    assertThat(a.midpoint()).isDeepEqualTo(new double[][] {{1.5, 0}, {0, 3}});
    assertThat(a.radius()).isDeepEqualTo(new double[][] {{0.5, 1}, {0, 0}});
    assertThat(a.contains(new double[][] {{1, 0}, {0, 3}})).isTrue();
    assertThat(a.symmetricPart().get(0, 1)).isEqualTo(Interval.ZERO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> a.times(IntervalMatrix.identity(3)))
        .withMessage("a matrix of 2 x 2 entries times one of 3 x 3");
  }

  @Test
  void eigenvaluesOfCoordinatesThatDoNotMixKeepTheirDigits() {
    assertThat(IntervalMatrix.point(new double[][] {{1e12, 0}, {0, -1e-12}}).eigenvalues())
        .containsExactly(Interval.point(-1e-12), Interval.point(1e12));
    List<Interval> eigenvalues =
        IntervalMatrix.point(new double[][] {{2e-9, 0, 1e-9}, {0, 1e12, 0}, {1e-9, 0, 2e-9}})
            .eigenvalues();
    assertThat(eigenvalues.get(0).low()).isCloseTo(1e-9, within(1e-20));
    assertThat(eigenvalues.get(0).high()).isCloseTo(1e-9, within(1e-20));
    assertThat(eigenvalues.get(1).midpoint()).isCloseTo(3e-9, within(1e-20));
    assertThat(eigenvalues.get(2)).isEqualTo(Interval.point(1e12));
  }

  @Test
  void eigenvaluesInThePlaneAreAttained() {
    IntervalMatrix lee =
        IntervalMatrix.of(
            new Interval[][] {
              {Interval.ONE, Interval.ZERO}, {Interval.ZERO, new Interval(-1, 11)}
            });
    assertThat(lee.eigenvalues()).containsExactly(new Interval(-1, 1), new Interval(1, 11));
    assertThat(lee.spectralNorm()).isEqualTo(11);
    assertThat(lee.gershgorin()).isEqualTo(new Interval(-1, 11));
  }

  /** The eigenvalues of 3, 1; 1, 3 are 2 and 4, whatever the unit. */
  @ParameterizedTest
  @ValueSource(doubles = {0x1p-900, 0x1p-600, 1, 0x1p600, 0x1p1000})
  void eigenvaluesInThePlaneNeitherOverflowNorUnderflow(double unit) {
    IntervalMatrix matrix =
        IntervalMatrix.point(new double[][] {{3 * unit, unit}, {unit, 3 * unit}});

    assertThat(matrix.eigenvalues())
        .containsExactly(Interval.point(2 * unit), Interval.point(4 * unit));
  }

  @Test
  void matricesOfWhichNoneIsSymmetricHaveNoEigenvalues() {
    IntervalMatrix skew = IntervalMatrix.point(new double[][] {{1, 1}, {-1, 1}});
    assertThat(skew.eigenvalues()).containsExactly(Interval.EMPTY, Interval.EMPTY);
    assertThat(skew.gershgorin()).isEqualTo(Interval.EMPTY);
    assertThat(skew.spectralNorm()).isNaN();
  }

  @Test
  void unboundedEntriesGiveUnboundedEigenvalues() {
    Interval[][] entries = {{Interval.ENTIRE, Interval.ZERO}, {Interval.ZERO, Interval.ONE}};
    assertThat(IntervalMatrix.of(entries).spectralNorm()).isInfinite();
    assertThat(IntervalMatrix.of(entries).eigenvalues()).containsOnly(Interval.ENTIRE);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 7})
  void eigenvaluesOfRandomMembersAreEnclosed(int d) {
    for (int i = 0; i < 300; i++) {
      double spread = i % 3 == 0 ? 0 : Math.pow(10, -random.nextInt(12));
      IntervalMatrix matrix = symmetric(d, spread);
      List<Interval> enclosures = matrix.eigenvalues();
      Interval discs = matrix.gershgorin();
      double norm = matrix.spectralNorm();
      for (int k = 0; k < 20; k++) {
        SymmetricEigen member = SymmetricEigen.of(member(matrix));
        double error = SOLVER * (1 + member.spectralNorm());
        for (int j = 0; j < d; j++) {
          assertThat(enclosures.get(j).inflated(error).contains(member.value(j))).isTrue();
          assertThat(discs.inflated(error).contains(member.value(j))).isTrue();
        }
        assertThat(norm).isGreaterThanOrEqualTo(member.spectralNorm() - error);
      }
    }
  }

  /** Eigenvalues known exactly: those of the second difference, 2 - 2 cos(k pi / (d + 1)). */
  @Test
  void pointMatricesHaveSharpEigenvalues() {
    int d = 8;
    double[][] difference = new double[d][d];
    for (int i = 0; i < d; i++) {
      difference[i][i] = 2;
      if (i > 0) {
        difference[i][i - 1] = -1;
        difference[i - 1][i] = -1;
      }
    }
    List<Interval> enclosures = IntervalMatrix.point(difference).eigenvalues();
    for (int k = 1; k <= d; k++) {
      Interval angle =
          new Interval(Math.PI, Math.nextUp(Math.PI)).times(k).dividedBy(Interval.point(d + 1));
      Interval exact = Interval.point(2).minus(angle.cos().times(2));
      assertThat(enclosures.get(k - 1).intersection(exact).isEmpty()).isFalse();
      assertThat(enclosures.get(k - 1).width()).isLessThan(1e-13);
    }
  }

  /** Poor eigenvectors, neither orthogonal nor of length 1, make enclosures wide but not wrong. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1e-15, 1e-9, 1e-3, 0.1, 1})
  void theEigenvectorsNeedNotBeExact(double error) {
    double[][] matrix = {{2, -1, 0}, {-1, 2, -1}, {0, -1, 2}};
    Interval root = Interval.point(2).sqrt();
    Interval two = Interval.point(2);
    List<Interval> exact = List.of(two.minus(root), two, two.plus(root));
    for (int i = 0; i < 200; i++) {
      double[][] vectors = SymmetricEigen.of(matrix).vectors();
      for (double[] vector : vectors) {
        for (int k = 0; k < 3; k++) {
          vector[k] += error * (random.nextDouble() - 0.5);
        }
      }
      List<Interval> enclosures = SymmetricEigenvalues.ofNumbers(matrix, vectors);
      for (int k = 0; k < 3; k++) {
        assertThat(enclosures.get(k).contains(exact.get(k))).isTrue();
      }
    }
  }

  @Test
  void normsOfNonNegativeMatricesAreNearlySharp() {
    double[][] ones = {{1, 1, 1}, {1, 1, 1}, {1, 1, 1}};
    assertThat(SymmetricEigenvalues.norm(ones)).isEqualTo(3);
    assertThat(SymmetricEigenvalues.norm(new double[3][3])).isZero();
    // Row sums give 3; the norm is 1 + sqrt 2.
    double[][] path = {{1, 1, 0}, {1, 1, 1}, {0, 1, 1}};
    assertThat(SymmetricEigenvalues.norm(path)).isBetween(1 + Math.sqrt(2), 2.46);
  }

  private IntervalMatrix symmetric(int d, double spread) {
    Interval[][] entries = new Interval[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        double center = random.nextDouble() * 10 - 5;
        entries[i][j] = Interval.point(center).inflated(spread * random.nextDouble());
        entries[j][i] = entries[i][j];
      }
    }
    return IntervalMatrix.of(entries);
  }

  private double[][] member(IntervalMatrix matrix) {
    int d = matrix.rows();
    double[][] member = new double[d][d];
    for (int i = 0; i < d; i++) {
      for (int j = 0; j <= i; j++) {
        member[i][j] = random.in(matrix.get(i, j));
        member[j][i] = member[i][j];
      }
    }
    return member;
  }
}
