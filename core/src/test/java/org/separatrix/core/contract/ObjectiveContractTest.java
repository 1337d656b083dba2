package org.separatrix.core.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.TwiceDifferentiable;

/** Each promise is broken once, and that is reported and nothing else. */
class ObjectiveContractTest {
  private static final Landscape TRUE =
      Landscape.on(Box.cube(2, -2, 2))
          .withLipschitz(11)
          .withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, 0)
          .withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0, 1);

  /** x^2/2 + y^4/4 - y^2/2. */
  private static class Saddle implements TwiceDifferentiable {
    @Override
    public int dimension() {
      return 2;
    }

    @Override
    public void value(double[][] x, double[] f, int lanes) {
      for (int i = 0; i < lanes; i++) {
        double square = x[1][i] * x[1][i];
        f[i] = x[0][i] * x[0][i] / 2 + square * square / 4 - square / 2;
      }
    }

    @Override
    public void gradient(double[][] x, double[][] g, int lanes) {
      for (int i = 0; i < lanes; i++) {
        g[0][i] = x[0][i];
        g[1][i] = x[1][i] * x[1][i] * x[1][i] - x[1][i];
      }
    }

    @Override
    public void hessian(double[] x, double[][] h) {
      h[0][0] = 1;
      h[0][1] = 0;
      h[1][0] = 0;
      h[1][1] = 3 * x[1] * x[1] - 1;
    }

    @Override
    public Landscape landscape() {
      return TRUE;
    }
  }

  @Test
  void acceptsWhatIsRight() {
    assertThat(violations(new Saddle())).isEmpty();
  }

  @Test
  void reportsAGradientOffByAMillionth() {
    assertOnly(
        "gradient: at",
        new Saddle() {
          @Override
          public void gradient(double[][] x, double[][] g, int lanes) {
            super.gradient(x, g, lanes);
            for (int i = 0; i < lanes; i++) {
              g[1][i] += 1e-6;
            }
          }
        });
  }

  @Test
  void reportsAHessianWithAWrongEntry() {
    assertOnly(
        "hessian: at",
        new Saddle() {
          @Override
          public void hessian(double[] x, double[][] h) {
            super.hessian(x, h);
            h[0][0] += 1e-5;
          }
        });
  }

  @Test
  void reportsAnEntryOfTheHessianThatIsNotWritten() {
    assertThat(
            violations(
                new Saddle() {
                  @Override
                  public void hessian(double[] x, double[][] h) {
                    double before = h[0][1];
                    super.hessian(x, h);
                    h[0][1] = before;
                  }
                }))
        .anySatisfy(violation -> assertThat(violation).startsWith("hessian: at").contains("NaN"));
  }

  @Test
  void reportsAHessianThatIsAnotherOneInABlock() {
    assertThat(
            violations(
                new Saddle() {
                  @Override
                  public void hessian(double[][] x, double[][][] h, int lanes) {
                    super.hessian(x, h, lanes);
                    h[1][1][lanes - 1] = h[1][1][0];
                  }
                }))
        .singleElement()
        .asString()
        .startsWith("lanes: the Hessian at")
        .endsWith("is another one in a block");
  }

  @Test
  void reportsAResultThatDependsOnTheNumberOfLanes() {
    assertOnly(
        "lanes: the result",
        new Saddle() {
          @Override
          public void value(double[][] x, double[] f, int lanes) {
            super.value(x, f, lanes);
            for (int i = 0; i < lanes && lanes > 8; i++) {
              f[i] = Math.nextUp(f[i]);
            }
          }
        });
  }

  @Test
  void reportsAResultThatDependsOnTheNeighbours() {
    assertOnly(
        "lanes: the result",
        new Saddle() {
          @Override
          public void gradient(double[][] x, double[][] g, int lanes) {
            super.gradient(x, g, lanes);
            g[0][lanes - 1] += 1e-14 * x[0][0];
          }
        });
  }

  @Test
  void reportsWritesBeyondTheLanes() {
    assertOnly(
        "arrays: gradient writes beyond the lanes",
        new Saddle() {
          @Override
          public void gradient(double[][] x, double[][] g, int lanes) {
            super.gradient(x, g, Math.min(lanes + 1, g[0].length));
          }
        });
  }

  @Test
  void reportsAModifiedInput() {
    assertOnly(
        "input: coordinate 1",
        new Saddle() {
          @Override
          public void gradient(double[][] x, double[][] g, int lanes) {
            super.gradient(x, g, lanes);
            x[0][0] += 1e-13;
          }
        });
  }

  /** Each thread but this one waits for another, after which results differ. */
  @Test
  void reportsStateThatThreadsShare() {
    Thread caller = Thread.currentThread();
    CountDownLatch missing = new CountDownLatch(2);
    assertOnly(
        "threads: results differ when several threads evaluate at once",
        new Saddle() {
          @Override
          public void gradient(double[][] x, double[][] g, int lanes) {
            super.gradient(x, g, lanes);
            if (Thread.currentThread() != caller) {
              missing.countDown();
              g[0][0] += isReached(missing) ? 1 : 0;
            }
          }
        });
  }

  private static boolean isReached(CountDownLatch latch) {
    try {
      return latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  @Test
  void reportsAnExceptionFarOutside() {
    assertThat(
            violations(
                new Saddle() {
                  @Override
                  public void value(double[][] x, double[] f, int lanes) {
                    if (Math.abs(x[0][0]) > 1e6) {
                      throw new ArithmeticException("too far");
                    }
                    super.value(x, f, lanes);
                  }
                }))
        .allSatisfy(violation -> assertThat(violation).startsWith("outside: evaluation at"))
        .hasSize(4);
  }

  @Test
  void reportsANumberMadeOfNaN() {
    assertOnly(
        "outside: the value at a point with a coordinate NaN is 0.0",
        new Saddle() {
          @Override
          public void value(double[][] x, double[] f, int lanes) {
            super.value(x, f, lanes);
            for (int i = 0; i < lanes; i++) {
              f[i] = Double.isNaN(f[i]) ? 0 : f[i];
            }
          }
        });
  }

  @Test
  void reportsATooSmallLipschitzConstant() {
    assertOnly(
        "lipschitz: L is declared as 10.9, but the Hessian has the norm 11.0",
        declaring(TRUE.withLipschitz(10.9)));
  }

  @Test
  void reportsAPointThatIsNotCritical() {
    assertOnly(
        "critical point: at (0.0, 0.99) the gradient has the norm",
        declaring(TRUE.withCriticalPoint(CriticalPointKind.LOCAL_MINIMUM, 0, 0.99)));
  }

  @Test
  void reportsAWrongKind() {
    assertOnly(
        "critical point: (0.0, -1.0) is declared as strict-saddle, its eigenvalues (1.0, 2.0) say"
            + " local-minimum",
        declaring(TRUE.withCriticalPoint(CriticalPointKind.STRICT_SADDLE, 0, -1)));
  }

  private static Saddle declaring(Landscape landscape) {
    return new Saddle() {
      @Override
      public Landscape landscape() {
        return landscape;
      }
    };
  }

  private static List<String> violations(Saddle objective) {
    return ObjectiveContract.violations(objective, 3);
  }

  private static void assertOnly(String start, Saddle wrong) {
    assertThat(violations(wrong))
        .singleElement()
        .satisfies(violation -> assertThat(violation).startsWith(start));
  }
}
