package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.optimizer.Iterates;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.optimizer.Oracle;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.laboratory.CellContinuation;
import org.separatrix.core.start.UniformBox;

class LimitsWithEngineTest {
  private static final StopRule LOOSE = new StopRule(0.01, 10_000, 1e8, Optional.empty());

  private final Objective lee = TestFunction.lee();
  private final Census census =
      new CriticalPointSearch(CriticalPointSearchTest.problem(lee), 42).search();

  @Test
  void runsOnWithMomentum() {
    LinearMethod heavyBall =
        new LinearMethod(
            new double[][] {{1.9, -0.9}, {1, 0}}, new double[] {-0.01, 0}, new double[] {1, 0}) {};
    // starts in the corner of the neighbourhood where the gradient is below the tolerance
    RunLimits limits = decide(heavyBall, new Line(0.007, 1e-9));
    assertThat(limits.unresolved()).isZero();
    assertThat(limits.limits()).containsOnly(2);
    // ln(1 / 1e-9) / 0.0626 = 331 steps
    assertThat(limits.runs().steps()[0]).isBetween(200L, 600L);
    assertThat(decide(heavyBall, new Line(0.007, 0)).limits()).containsOnly(1);
  }

  /** From rest, all of these runs would end on the side where they stopped. */
  @Test
  void runsOnAcrossTheRidgeWithTheMomentumThatARunHas() {
    LinearMethod heavyBall =
        new LinearMethod(
            new double[][] {{1.9, -0.9}, {1, 0}}, new double[] {-0.01, 0}, new double[] {1, 0}) {};
    RunLimits limits = decide(heavyBall, new Thrown());
    assertThat(limits.runs().steps()[0]).isGreaterThan(100);
    for (int i = 0; i < 40; i++) {
      assertThat(limits.limits()[i]).isEqualTo(i < 20 ? 0 : 2);
    }
  }

  /** With the gradient below 0.1 a run may roll on through a minimum, over the saddle. */
  @ParameterizedTest
  @CsvSource({"0.9, 0.05, 0, true", "0.99, 0.02, 0.99, true", "0.9, 0.05, 0, false"})
  void aRunThatRollsThroughAMinimumDoesNotGoThere(
      double beta, double alpha, double ahead, boolean declared) {
    LinearMethod linear =
        new LinearMethod(
            new double[][] {{1 + beta, -beta}, {1, 0}},
            new double[] {-alpha, 0},
            new double[] {1 + ahead, -ahead}) {};
    Optimizer momentum = declared ? linear : new Undeclared(linear);
    StopRule early = new StopRule(0.1, 100_000, 1e8, Optional.empty());
    StopRule late = new StopRule(1e-10, 100_000, 1e8, Optional.empty());
    RunLimits limits = decide(momentum, new High(), early);

    assertThat(limits.unresolved()).isZero();
    assertThat(limits.limits()).isEqualTo(decide(momentum, new High(), late).limits());
  }

  /** The radius over such a component is beyond the range of doubles. */
  @Test
  void runsOnFromTheSubnormalRange() {
    LinearMethod descent =
        new LinearMethod(new double[][] {{1}}, new double[] {-0.1}, new double[] {1}) {};

    assertThat(decide(descent, new Line(0.007, 1e-318)).limits()).containsOnly(2);
    assertThat(decide(descent, new Line(0.007, -1e-320)).limits()).containsOnly(0);
    // A tenth of the smallest doubles rounds to zero, so this one stays, but is no hit.
    assertThat(decide(descent, new Line(0.007, Double.MIN_VALUE)).limits())
        .containsOnly(RunLimits.UNRESOLVED);
  }

  @Test
  void doesNotCountAHitOfARandomMethod() {
    // noise frees a run from the stable manifold, so its stop at the saddle proves nothing
    RunLimits limits = decide(new NoisyDescent(1e-6), new Line(0.005, 0));
    assertThat(limits.limits()).doesNotContain(1);
    assertThat(limits.unresolved()).isZero();
    assertThat(limits.limits()).contains(0, 2);
  }

  /** Where noise is strong, some runs are near a minimum when their budget ends, as any place. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void noiseMustLetARunStayAtItsMinimum(boolean declared) {
    StopRule budget = new StopRule(1e-12, 500, 1e8, Optional.empty());
    NoisyDescent weak = new NoisyDescent(1e-3, declared);
    NoisyDescent strong = new NoisyDescent(1.5, declared);
    assertThat(decide(weak, new Line(0.5, 0.5), budget).limits()).containsOnly(2);
    assertThat(decide(strong, new Line(0.5, 0.5), budget).limits())
        .containsOnly(RunLimits.UNRESOLVED);
  }

  @Test
  void randomRunsDoNotDependOnTheChunk() {
    NoisyDescent method = new NoisyDescent(1e-6);
    Line starts = new Line(0.005, 0);
    RunLimits whole = limits(method).decide(run(method, starts, 0, 40));
    RunLimits tail = limits(method).decide(run(method, starts, 30, 10));
    for (int i = 0; i < 10; i++) {
      assertThat(tail.limits()[i]).isEqualTo(whole.limits()[30 + i]);
      assertThat(tail.runs().steps()[i]).isEqualTo(whole.runs().steps()[30 + i]);
    }
  }

  /** The runs stop where they start; that below the point's value can only move away from it. */
  @ParameterizedTest
  @CsvSource({
    "x^2 - y^6 + y^8, 0.2, false",
    "x^2 - y^6 + y^8 + 1e6, 0.2, false",
    "x^2 - y^6 + y^8, 0.05, true",
    "x^2 + y^3, -0.05, false",
    "x^2 + y^3, 0.05, true",
    "x^2 + y^4 + 1e6, 0.1, true",
    "(x^2 + (y + 1)^2 - 1)^2 + 3, 1e-4, true",
    "(x^2 + (y + 1)^2 - 1)^2 + 3, -1e-4, true",
  })
  void aRunOnItsWayPastADegeneratePointDoesNotGoThere(String formula, double y, boolean goes) {
    Objective f =
        new SymbolicFormulaCompiler()
            .compile(Formula.of(formula, "x", "y"), Landscape.on(Box.cube(2, -0.5, 0.5)));
    LinearMethod descent =
        new LinearMethod(new double[][] {{1}}, new double[] {-0.1}, new double[] {1}) {};
    Runs runs = Engine.run(new Experiment(f, descent, new Line(0.001, y), LOOSE, 11), 0, 1);
    Census points = new CriticalPointSearch(CriticalPointSearchTest.problem(f), 42).search();

    RunLimits limits =
        new Limits(points, descent, LOOSE, new CellContinuation(f, descent, 7, "f")).decide(runs);

    assertThat(runs.steps()).containsExactly(0);
    assertThat(limits.unresolved()).isEqualTo(goes ? 0 : 1);
  }

  /** All of them stop on the circle, most of them far from the point that stands for it. */
  @Test
  void runsWithMemoryGoToPointsOfACurve() {
    Objective circle =
        new SymbolicFormulaCompiler()
            .compile(Formula.of("(x^2 + y^2 - 1)^2", "x", "y"), Landscape.on(Box.cube(2, -2, 2)));
    Optimizer momentum =
        new Undeclared(
            new LinearMethod(
                new double[][] {{1.5, -0.5}, {1, 0}},
                new double[] {-0.02, 0},
                new double[] {1, 0}) {});
    StartDistribution box = new UniformBox(Box.cube(2, -2, 2));
    Runs runs = Engine.run(new Experiment(circle, momentum, box, LOOSE, 11), 0, 100);
    Census points = new CriticalPointSearch(CriticalPointSearchTest.problem(circle), 42).search();
    Continuation continuation = new CellContinuation(circle, momentum, 7, "circle");

    assertThat(new Limits(points, momentum, LOOSE, continuation).decide(runs).unresolved())
        .isZero();
  }

  /** A method that does not say what it is. */
  private record Undeclared(Optimizer method) implements Optimizer {
    @Override
    public int memory() {
      return method.memory();
    }

    @Override
    public void start(Iterates block, int lane) {
      method.start(block, lane);
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      method.step(block, oracle);
    }
  }

  private RunLimits decide(Optimizer optimizer, StartDistribution starts) {
    return decide(optimizer, starts, LOOSE);
  }

  private RunLimits decide(Optimizer optimizer, StartDistribution starts, StopRule stop) {
    Runs runs = Engine.run(new Experiment(lee, optimizer, starts, stop, 11), 0, 200);
    return new Limits(census, optimizer, stop, new CellContinuation(lee, optimizer, 7, "lee"))
        .decide(runs);
  }

  private Limits limits(Optimizer optimizer) {
    return new Limits(census, optimizer, LOOSE, new CellContinuation(lee, optimizer, 7, "lee"));
  }

  private Runs run(Optimizer optimizer, StartDistribution starts, long first, int count) {
    return Engine.run(new Experiment(lee, optimizer, starts, LOOSE, 11), first, count);
  }

  /**
   * On both sides of a start on the stable manifold, found by bisection. The runs come up to y =
   * -0.004, slowly enough that their gradient is below the tolerance there.
   */
  private record Thrown() implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] point) {
      point[0] = 0.5;
      point[1] = 3.325442367614322 + 1e-6 * (run - 19.5);
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }

  /** High on one slope. */
  private record High() implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] point) {
      point[0] = 0.05;
      point[1] = 1.5 + run / 400.0;
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }

  private record Line(double x, double y) implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] point) {
      point[0] = x;
      point[1] = y;
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return false;
    }
  }

  /**
   * Gradient descent with a random kick in each step.
   *
   * @param kick range of its coordinates
   * @param declares whether it declares its linearization
   */
  private record NoisyDescent(double kick, boolean declares) implements Optimizer {
    NoisyDescent(double kick) {
      this(kick, true);
    }

    @Override
    public int memory() {
      return 0;
    }

    @Override
    public boolean isDeterministic() {
      return false;
    }

    @Override
    public Optional<Linearization> linearization() {
      return declares
          ? Optional.of(lambda -> new double[][] {{1 - 0.1 * lambda}})
          : Optional.empty();
    }

    @Override
    public void step(Iterates block, Oracle oracle) {
      for (int i = 0; i < block.lanes(); i++) {
        RandomGenerator random = block.random(i);
        for (int k = 0; k < block.dimension(); k++) {
          block.position()[k][i] +=
              -0.1 * block.gradient()[k][i] + kick * (random.nextDouble() - 0.5);
        }
      }
    }
  }
}
