package org.separatrix.core.bound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.objective.Box;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Invariance.Leaves;
import org.separatrix.core.bound.Invariance.Proven;
import org.separatrix.core.bound.Invariance.Undecided;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;

class ForwardInvarianceTest {
  private static final CompiledFormula LEE = Functions.compiled(Functions.LEE, "x", "y");

  private final SplittableRandom random = new SplittableRandom(8);

  /** |y - alpha (y^3 - y)| <= 2 on [-2, 2] exactly if alpha <= 2/3. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-6, 0.08, 0.1, 0.5, 0.6, 0.66, 0.666666})
  void leesBoxIsInvariantUpToTwoThirds(double alpha) {
    Invariance result = decide(Steps.gradientDescent(alpha), LEE, Box.cube(2, -2, 2));
    assertThat(result).isInstanceOf(Proven.class);
    assertThat(((Proven) result).holdsForComputedStep()).isTrue();
    assertThat(result.boxes()).isLessThan(500);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.666667, 0.67, 1, 3})
  void aPointLeavesBeyond(double alpha) {
    Invariance result = decide(Steps.gradientDescent(alpha), LEE, Box.cube(2, -2, 2));
    assertThat(result).isInstanceOf(Leaves.class);
    Leaves leaves = (Leaves) result;
    double[] x = leaves.state();
    double image =
        leaves.coordinate() == 0 ? x[0] - alpha * x[0] : x[1] - alpha * (x[1] * x[1] * x[1] - x[1]);
    assertThat(Box.cube(2, -2, 2).contains(x)).isTrue();
    assertThat(Math.abs(image)).isGreaterThan(2);
    Interval enclosure = leaves.image().get(leaves.coordinate());
    assertThat(enclosure.inflated(1e-12).contains(image)).isTrue();
    assertThat(enclosure.intersection(new Interval(-2, 2)).isEmpty()).isTrue();
  }

  /**
   * (x y z - 1)^2 / 2 falls outward on a part of each face, where its slope is (x y z - 1) y z, by
   * little: a step leads out from within 1e-4 of the face alone.
   */
  @ParameterizedTest
  @ValueSource(doubles = {1e-4, 0.006, 0.1})
  void whatLeavesFromAFaceAloneIsFoundThere(double alpha) {
    CompiledFormula f = Functions.compiled("(x*y*z - 1)^2/2", "x", "y", "z");
    Invariance result = decide(Steps.gradientDescent(alpha), f, Box.cube(3, -2, 2));
    assertThat(result).isInstanceOf(Leaves.class);
    assertThat(result.boxes()).isLessThan(200);
    double[] x = ((Leaves) result).state();
    double slope = (x[0] * x[1] * x[2] - 1) * x[1] * x[2] * x[0];
    int k = ((Leaves) result).coordinate();
    assertThat(Math.abs(x[k] - alpha * slope / x[k])).isGreaterThan(2);
  }

  @Test
  void anInterruptEndsIt() {
    CompiledFormula f = Functions.compiled("(x*y*z - 1)^2/2", "x", "y", "z");
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> decide(Steps.gradientDescent(0.006), f, Box.cube(3, -2, 2)))
        .isInstanceOf(CancellationException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  /** The double below 2/3 moves (0, 2) inside by 4e-16, less than its step is rounded by. */
  @Test
  void noRoomForRounding() {
    Invariance below = decide(Steps.gradientDescent(2.0 / 3), LEE, Box.cube(2, -2, 2));
    assertThat(below).isEqualTo(new Proven(false, below.boxes()));
    Invariance above = decide(Steps.gradientDescent(Math.nextUp(2.0 / 3)), LEE, Box.cube(2, -2, 2));
    assertThat(above).isNotInstanceOf(Proven.class);
  }

  /** Exact arithmetic is all that can be said of an enclosure without a program. */
  @Test
  void enclosuresAloneProveExactSteps() {
    Invariance result =
        ForwardInvariance.of(
            Steps.gradientDescent(0.08),
            new IntervalFormula(LEE),
            IntervalVector.of(Box.cube(2, -2, 2)),
            Effort.standard());
    assertThat(result).isEqualTo(new Proven(false, result.boxes()));
  }

  /** [0, 2] is mapped onto [0, 1.6]: it touches, but nothing leaves. */
  @Test
  void touchingTheBoundaryIsNotLeaving() {
    CompiledFormula f = Functions.compiled("x^2 + y^2", "x", "y");
    Invariance touching = decide(Steps.gradientDescent(0.1), f, Box.cube(2, 0, 2));
    assertThat(touching).isEqualTo(new Proven(false, touching.boxes()));
    Invariance leaving = decide(Steps.gradientDescent(0.1), f, Box.cube(2, 1e-9, 2));
    assertThat(leaving).isInstanceOf(Leaves.class);
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.5", "0.05, 1e-3", "0.01, 0.9"})
  void memoryCarriesRunsOutOfTheBox(double alpha, double beta) {
    // Where the gradient is weak: a state that moves outward from the face goes on.
    CompiledFormula f = Functions.compiled("(x^2 + y^2)/1e5", "x", "y");
    LinearMethod method = Steps.heavyBall(alpha, beta);
    Invariance result = decide(method, f, Box.cube(2, -2, 2));
    assertThat(result).isInstanceOf(Leaves.class);
    Leaves leaves = (Leaves) result;
    double[] state = leaves.state();
    assertThat(state).hasSize(4);
    double[] image = image(method, f, state);
    for (int k = 0; k < 4; k++) {
      assertThat(leaves.image().get(k).inflated(1e-12).contains(image[k])).isTrue();
    }
    assertThat(Math.abs(image[leaves.coordinate()])).isGreaterThan(2);
    // Nesterov's method takes the gradient outside, and only from there leaves with its state.
    assertThat(decide(Steps.nesterov(alpha, beta), f, Box.cube(2, -2, 2)))
        .isInstanceOf(Undecided.class);
  }

  /**
   * Positions 1.1 x_k - 0.1 x_{k-1}: one that comes fast is beyond the wall, then its state back.
   */
  @Test
  void positionsOfNesterovsMethodAreToStayInTheBoxToo() {
    CompiledFormula f = Functions.compiled("(x-0.95)^2/2 + 2.2e-5*exp(30*(x-1)) + y^2/2", "x", "y");
    LinearMethod method = Steps.nesterov(0.975, 0.1);
    Box box = Box.cube(2, -1, 1);
    assertThat(decide(method, f, box)).isInstanceOf(Undecided.class);
    double[] state = {-0.9, 0, -0.9, 0};
    double farthest = 0;
    for (int step = 0; step < 10; step++) {
      state = image(method, f, state);
      assertThat(Math.abs(state[0])).isLessThan(1);
      farthest = Math.max(farthest, 1.1 * state[0] - 0.1 * state[2]);
    }
    assertThat(farthest).isGreaterThan(1.05);
    Invariance gentle =
        decide(Steps.nesterov(0.5, 0.1), Functions.compiled("x^2/2 + y^2/2", "x", "y"), box);
    assertThat(gentle).isEqualTo(new Proven(false, gentle.boxes()));
  }

  /** Whatever is proven, no run that starts at rest in the box takes a gradient outside. */
  @Test
  void provenBoxesKeepPositionsOfRuns() {
    int proven = 0;
    for (int i = 0; i < 60; i++) {
      double c = 0.5 + 1.5 * random.nextDouble();
      CompiledFormula f =
          Functions.compiled("(x-0.9)^2/2 + %s*exp(20*(x-1))/400 + y^2/2".formatted(c), "x", "y");
      Box box = new Box(new double[] {-1, -1.2}, new double[] {1, 1.2});
      LinearMethod method =
          Steps.nesterov(0.3 + 0.65 * random.nextDouble(), 0.3 * random.nextDouble());
      if (!(decide(method, f, box) instanceof Proven)) {
        continue;
      }
      proven++;
      for (int run = 0; run < 50; run++) {
        double[] x = Samples.point(IntervalVector.of(box), random);
        double[] state = {x[0], x[1], x[0], x[1]};
        for (int step = 0; step < 40; step++) {
          state = image(method, f, state);
          double[] at = {
            method.c()[0] * state[0] + method.c()[1] * state[2],
            method.c()[0] * state[1] + method.c()[1] * state[3]
          };
          assertThat(Math.abs(at[0])).isLessThanOrEqualTo(1 + 1e-12);
          assertThat(Math.abs(at[1])).isLessThanOrEqualTo(1.2 + 1e-12);
        }
      }
    }
    assertThat(proven).isBetween(5, 55);
  }

  /** Without momentum heavy ball is gradient descent, whose memory is a copy. */
  @Test
  void heavyBallWithoutMomentum() {
    Invariance result = decide(Steps.heavyBall(0.08, 0), LEE, Box.cube(2, -2, 2));
    assertThat(result).isEqualTo(new Proven(true, result.boxes()));
    // x - alpha x + beta (x - z) <= (1 - alpha + beta) 2 + 2 beta, at most 2 if alpha >= 2 beta.
    CompiledFormula f = Functions.compiled("x^2/2 + y^2/2", "x", "y");
    assertThat(decide(Steps.heavyBall(0.21, 0.1), f, Box.cube(2, -2, 2)))
        .isInstanceOf(Proven.class);
    assertThat(decide(Steps.heavyBall(0.19, 0.1), f, Box.cube(2, -2, 2)))
        .isInstanceOf(Leaves.class);
  }

  @Test
  void undefinedStepsStayUndecided() {
    CompiledFormula f = Functions.compiled("x*log(x) + y^2", "x", "y");
    Invariance result = decide(Steps.gradientDescent(0.1), f, Box.cube(2, -1, 2));
    assertThat(result).isEqualTo(new Undecided(false, result.boxes()));
  }

  @Test
  void tooLittleWorkLeavesItUndecided() {
    Effort little = Effort.standard().withBoxes(1);
    IntervalVector box = IntervalVector.of(Box.cube(2, -2, 2));
    LinearMethod method = Steps.gradientDescent(0.6);
    assertThat(ForwardInvariance.of(method, LEE, box, little)).isInstanceOf(Undecided.class);
    assertThat(ForwardInvariance.of(method, LEE, box, Effort.standard()))
        .isInstanceOf(Proven.class);
  }

  @Test
  void manyCoordinates() {
    CompiledFormula f = Functions.indexed(Functions.STYBLINSKI_TANG, 30);
    assertThat(decide(Steps.gradientDescent(0.01), f, Box.cube(30, -5, 5)))
        .isInstanceOf(Proven.class);
    assertThat(decide(Steps.gradientDescent(0.06), f, Box.cube(30, -5, 5)))
        .isInstanceOf(Leaves.class);
  }

  /** Whatever is decided, computed steps from random points of random boxes must agree. */
  @Test
  void decisionsAgreeWithComputedSteps() {
    int proven = 0;
    int left = 0;
    for (int i = 0; i < 40; i++) {
      CompiledFormula f =
          Functions.compiled(
              "0.1*(%s) + 2*x^2 + 2*y^2".formatted(new RandomSmoothFormulas(random, 2).next()),
              "x",
              "y");
      Box cube = Box.cube(2, -0.5 - random.nextDouble(), 0.5 + random.nextDouble());
      LinearMethod method = Steps.gradientDescent(0.5 * random.nextDouble());
      Invariance result =
          ForwardInvariance.of(
              method, f, IntervalVector.of(cube), Effort.standard().withBoxes(1000));
      if (result instanceof Proven) {
        proven++;
        for (int sample = 0; sample < 200; sample++) {
          double[] x = Samples.point(IntervalVector.of(cube), random);
          assertThat(cube.contains(image(method, f, x))).isTrue();
        }
      } else if (result instanceof Leaves leaves) {
        left++;
        assertThat(cube.contains(leaves.state())).isTrue();
        assertThat(cube.contains(image(method, f, leaves.state()))).isFalse();
      }
    }
    assertThat(proven).isGreaterThan(10);
    assertThat(left).isGreaterThan(10);
  }

  private static Invariance decide(LinearMethod method, CompiledFormula f, Box box) {
    return ForwardInvariance.of(method, f, IntervalVector.of(box), Effort.standard());
  }

  /** A xi + B grad f(C xi) in ordinary arithmetic. */
  private static double[] image(LinearMethod method, CompiledFormula f, double[] state) {
    int d = f.dimension();
    double[][] x = new double[d][1];
    double[][] g = new double[d][1];
    for (int i = 0; i < state.length; i++) {
      x[i % d][0] += method.c()[i / d] * state[i];
    }
    f.gradient(x, g, 1);
    double[] image = new double[state.length];
    for (int i = 0; i < state.length; i++) {
      double sum = 0;
      for (int j = 0; j < method.b().length; j++) {
        sum += method.a()[i / d][j] * state[j * d + i % d];
      }
      image[i] = Math.fma(method.b()[i / d], g[i % d][0], sum);
    }
    return image;
  }
}
