package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.api.objective.CriticalPointKind.DEGENERATE;
import static org.separatrix.api.objective.CriticalPointKind.LOCAL_MAXIMUM;
import static org.separatrix.api.objective.CriticalPointKind.LOCAL_MINIMUM;
import static org.separatrix.api.objective.CriticalPointKind.STRICT_SADDLE;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.PointObjective;
import org.separatrix.api.objective.Status;

class PublishedLandscapesTest {
  @Test
  void muellerBrown() {
    // Mueller and Brown, Theor. Chim. Acta 53, 1979: three minima, two saddles
    Census census = census(new MuellerBrown());
    assertThat(census.points()).hasSize(5);
    assertHas(census, LOCAL_MINIMUM, -0.558224, 1.441726);
    assertHas(census, LOCAL_MINIMUM, 0.623499, 0.028038);
    assertHas(census, LOCAL_MINIMUM, -0.050011, 0.466694);
    assertHas(census, STRICT_SADDLE, -0.822002, 0.624313);
    assertHas(census, STRICT_SADDLE, 0.212487, 0.292988);
  }

  @Test
  void rosenbrockInFourDimensions() {
    // Kok and Sandrock, Evolutionary Computation 17, 2009: two minima and a saddle
    Census census = census(new Rosenbrock(4));
    assertThat(census.points()).hasSize(3);
    assertHas(census, LOCAL_MINIMUM, 1, 1, 1, 1);
    assertHas(census, LOCAL_MINIMUM, -0.775659, 0.613093, 0.382063, 0.145972);
    assertThat(count(census, STRICT_SADDLE)).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3})
  void styblinskiTang(int d) {
    // one variable has two minima and a maximum, so d variables have (2 + 1)^d points
    Census census = census(new StyblinskiTang(d));
    assertThat(census.points()).hasSize((int) Math.round(Math.pow(3, d)));
    assertThat(count(census, LOCAL_MINIMUM)).isEqualTo(1L << d);
    assertThat(count(census, LOCAL_MAXIMUM)).isEqualTo(1);
    assertThat(census.completeness()).isEqualTo(Status.ESTIMATED);
  }

  @Test
  void rastriginInTwoDimensions() {
    Census census = census(new Rastrigin());
    assertThat(census.points()).hasSize(441);
    assertThat(count(census, LOCAL_MINIMUM)).isEqualTo(121);
    assertThat(count(census, STRICT_SADDLE)).isEqualTo(220);
    assertThat(count(census, LOCAL_MAXIMUM)).isEqualTo(100);
  }

  @Test
  void multipliedOutPowersStayDegenerate() {
    // x^2 + (y - 0.7)^3 and x^2 - (y - 0.7)^4, where rounding hides the root
    Polynomial cube = new Polynomial(-0.343, 1.47, -2.1, 1);
    Polynomial quartic = new Polynomial(-0.2401, 1.372, -2.94, 2.8, -1);
    for (Polynomial polynomial : new Polynomial[] {cube, quartic}) {
      Census census = census(polynomial);
      assertThat(census.points()).hasSize(1);
      assertHasWithin(1e-4, census, DEGENERATE, 0, 0.7);
    }
  }

  private static Census census(PointObjective objective) {
    return new CriticalPointSearch(CriticalPointSearchTest.problem(objective), 42).search();
  }

  private static long count(Census census, CriticalPointKind kind) {
    return census.points().stream().filter(point -> point.kind() == kind).count();
  }

  private static void assertHas(Census census, CriticalPointKind kind, double... x) {
    assertHasWithin(2e-6, census, kind, x);
  }

  private static void assertHasWithin(
      double distance, Census census, CriticalPointKind kind, double... x) {
    assertThat(census.points())
        .anySatisfy(
            point -> {
              assertThat(point.distance(x)).isLessThan(distance);
              assertThat(point.kind()).isEqualTo(kind);
            });
  }

  private static final class MuellerBrown extends Differenced {
    private static final double[] A = {-200, -100, -170, 15};
    private static final double[] XX = {-1, -1, -6.5, 0.7};
    private static final double[] XY = {0, 0, 11, 0.6};
    private static final double[] YY = {-10, -10, -6.5, 0.7};
    private static final double[] X0 = {1, 0, -0.5, -1};
    private static final double[] Y0 = {0, 0.5, 1.5, 1};

    MuellerBrown() {
      super(new Box(new double[] {-1.5, -0.2}, new double[] {1.2, 2}));
    }

    @Override
    protected double value(double[] x) {
      double sum = 0;
      for (int i = 0; i < 4; i++) {
        sum += term(i, x);
      }
      return sum;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      g[0] = 0;
      g[1] = 0;
      for (int i = 0; i < 4; i++) {
        double u = x[0] - X0[i];
        double v = x[1] - Y0[i];
        g[0] += term(i, x) * (2 * XX[i] * u + XY[i] * v);
        g[1] += term(i, x) * (XY[i] * u + 2 * YY[i] * v);
      }
    }

    private static double term(int i, double[] x) {
      double u = x[0] - X0[i];
      double v = x[1] - Y0[i];
      return A[i] * Math.exp(XX[i] * u * u + XY[i] * u * v + YY[i] * v * v);
    }
  }

  private static final class Rosenbrock extends Differenced {
    Rosenbrock(int d) {
      super(Box.cube(d, -2, 2));
    }

    @Override
    protected double value(double[] x) {
      double sum = 0;
      for (int k = 0; k + 1 < x.length; k++) {
        sum += 100 * square(x[k + 1] - x[k] * x[k]) + square(1 - x[k]);
      }
      return sum;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      Arrays.fill(g, 0);
      for (int k = 0; k + 1 < x.length; k++) {
        double residual = x[k + 1] - x[k] * x[k];
        g[k] -= 400 * x[k] * residual + 2 * (1 - x[k]);
        g[k + 1] += 200 * residual;
      }
    }
  }

  private static final class StyblinskiTang extends Differenced {
    StyblinskiTang(int d) {
      super(Box.cube(d, -5, 5));
    }

    @Override
    protected double value(double[] x) {
      double sum = 0;
      for (double u : x) {
        sum += (square(u * u) - 16 * u * u + 5 * u) / 2;
      }
      return sum;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      for (int k = 0; k < x.length; k++) {
        g[k] = 2 * x[k] * x[k] * x[k] - 16 * x[k] + 2.5;
      }
    }
  }

  private static final class Rastrigin extends Differenced {
    Rastrigin() {
      super(Box.cube(2, -5.12, 5.12));
    }

    @Override
    protected double value(double[] x) {
      double sum = 10 * x.length;
      for (double u : x) {
        sum += u * u - 10 * Math.cos(2 * Math.PI * u);
      }
      return sum;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      for (int k = 0; k < x.length; k++) {
        g[k] = 2 * x[k] + 20 * Math.PI * Math.sin(2 * Math.PI * x[k]);
      }
    }
  }

  /** x^2 + sum a_i y^i, evaluated as written. */
  private static final class Polynomial extends Differenced {
    private final double[] a;

    Polynomial(double... a) {
      super(Box.cube(2, -2, 2));
      this.a = a;
    }

    @Override
    protected double value(double[] x) {
      double sum = x[0] * x[0];
      for (int i = 0; i < a.length; i++) {
        sum += a[i] * Math.pow(x[1], i);
      }
      return sum;
    }

    @Override
    protected void gradient(double[] x, double[] g) {
      g[0] = 2 * x[0];
      g[1] = 0;
      for (int i = 1; i < a.length; i++) {
        g[1] += i * a[i] * Math.pow(x[1], i - 1);
      }
    }
  }

  /** A function without a Hessian of its own. */
  private abstract static class Differenced extends PointObjective {
    private final Box domain;

    Differenced(Box domain) {
      this.domain = domain;
    }

    @Override
    public int dimension() {
      return domain.dimension();
    }

    @Override
    public Landscape landscape() {
      return Landscape.on(domain);
    }

    static double square(double x) {
      return x * x;
    }
  }
}
