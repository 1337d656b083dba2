package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;
import org.junit.jupiter.api.Test;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalMatrix;

class LinearCoordinatesTest {
  private final Random random = new Random(6);

  @Test
  void inversesAreEnclosed() {
    // Exact: integers of determinant 1.
    double[][] matrix = {{2, 3, 1}, {1, 2, 1}, {1, 1, 1}};
    double[][] inverse = {{1, -2, 1}, {0, 1, -1}, {-1, 1, 1}};
    LinearCoordinates coordinates = LinearCoordinates.of(matrix).orElseThrow();
    assertThat(coordinates.inverse().contains(inverse)).isTrue();
    assertThat(coordinates.inverse().get(0, 0).width()).isLessThan(1e-13);
    assertThat(LinearCoordinates.of(new double[][] {{1, 2}, {2, 4}})).isEmpty();
    assertThat(LinearCoordinates.of(new double[][] {{1, Double.NaN}, {2, 4}})).isEmpty();
    assertThat(LinearCoordinates.of(new double[][] {{1, 1}, {1, 1 + 1e-15}})).isEmpty();
  }

  @Test
  void normsBoundEveryMember() {
    for (int i = 0; i < 500; i++) {
      int rows = 1 + random.nextInt(4);
      int columns = 1 + random.nextInt(4);
      double spread = i % 3 == 0 ? 0 : Math.pow(10, -random.nextInt(8));
      Interval[][] entries = new Interval[rows][columns];
      double[][] member = new double[rows][columns];
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          double center = random.nextGaussian();
          entries[row][column] = Interval.point(center).inflated(spread);
          member[row][column] = center + spread * (2 * random.nextDouble() - 1);
        }
      }
      double norm =
          new SingularValueDecomposition(new Array2DRowRealMatrix(member)).getSingularValues()[0];
      double bound = OperatorNorm.upper(IntervalMatrix.of(entries));
      assertThat(bound).isGreaterThanOrEqualTo(norm * (1 - 1e-14));
      assertThat(bound).isLessThanOrEqualTo(norm * (1 + 1e-12) + 8.1 * spread);
    }
    assertThat(OperatorNorm.upper(IntervalMatrix.of(new Interval[][] {{Interval.ENTIRE}})))
        .isInfinite();
  }

  @Test
  void theSymmetricPartIsBoundedFromBelow() {
    // Its symmetric part has the eigenvalues 2 -+ 1.
    IntervalMatrix matrix = IntervalMatrix.point(new double[][] {{2, 4}, {-2, 2}});
    assertThat(OperatorNorm.lowestOfSymmetricPart(matrix)).isCloseTo(1, within(1e-15));
    assertThat(OperatorNorm.lowestOfSymmetricPart(matrix)).isLessThanOrEqualTo(1);
  }

  /** Rounded coefficients leave the point at rest where it is: A v = v is possible. */
  @Test
  void theMethodThatIsMeantRests() {
    for (double beta = 0.01; beta < 1; beta += 0.01) {
      MethodMatrices method = MethodMatrices.of(Method.nesterov(0.1, beta));
      Interval row = method.a().get(0, 0).plus(method.a().get(0, 1));
      assertThat(row.contains(1)).isTrue();
      assertThat(method.c().get(0).plus(method.c().get(1)).contains(1)).isTrue();
      assertThat(method.a().get(0, 0).contains(1 + beta)).isTrue();
      assertThat(method.a().get(0, 0).width()).isLessThan(1e-15);
    }
    assertThat(MethodMatrices.of(Method.gradientDescent(0.1)).a())
        .isEqualTo(IntervalMatrix.identity(1));
  }
}
