package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.compiled;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.nesterov;

import org.junit.jupiter.api.Test;
import org.separatrix.api.optimizer.LinearMethod;

class StartTraceTest {
  /** Two unstable directions, y and z, and a curve of starts that stay. */
  private static final String TEXT = "x^2 - y^2/2 - z^2/3 + 0.7*x^2*y - 0.4*x^2*z + x*y*z";

  @Test
  void findsStartsThatComeToASaddleOfIndexTwo() {
    for (LinearMethod method :
        new LinearMethod[] {descent(0.1), heavyBall(0.1, 0.5), nesterov(0.1, 0.5)}) {
      MethodMap map = new MethodMap(compiled(TEXT, "x", "y", "z"), method);
      StartTrace trace = new StartTrace(new ParameterizationMethod(map, 7).stable(0, 0, 0));
      for (double x : new double[] {-0.05, 0.03, 0.05}) {
        double[] start = trace.near(x, 0, 0).orElseThrow();
        assertThat(start[0]).isCloseTo(x, within(0.01));
        assertThat(Math.abs(start[1])).isGreaterThan(1e-4);
        double[] origin = new double[map.size()];
        assertThat(Examples.closest(map, map.resting(start), origin, 120)).isLessThan(2e-5);
        for (int k = 1; k < 3; k++) {
          double[] beside = start.clone();
          beside[k] += 1e-4;
          assertThat(Examples.closest(map, map.resting(beside), origin, 120)).isGreaterThan(5e-5);
        }
      }
      assertThat(trace.near(3, 0, 0)).isEmpty();
    }
  }

  @Test
  void isTheAxisForLeesFunction() {
    MethodMap map = new MethodMap(compiled(Examples.LEE, "x", "y"), heavyBall(0.1, 0.9));
    StartTrace trace = new StartTrace(new ParameterizationMethod(map, 10).stable(0, 0));
    double[] start = trace.near(0.1, 0.03).orElseThrow();
    assertThat(start[0]).isCloseTo(0.1, within(1e-14));
    assertThat(start[1]).isCloseTo(0, within(1e-14));
  }
}
