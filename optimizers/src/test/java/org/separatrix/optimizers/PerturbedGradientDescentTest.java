package org.separatrix.optimizers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.separatrix.api.start.UniformPoint;

class PerturbedGradientDescentTest {
  private static final Perturbation PARAMETERS =
      new Perturbation(0.1, 0.02, 0.05, 40, OptionalDouble.of(1e-3));
  private static final Perturbation ENDLESS =
      new Perturbation(0.1, 0.02, 0.05, 40, OptionalDouble.empty());

  @Test
  void agreesWithTheAlgorithmWrittenForOneRun() {
    double[][] starts = starts(37);
    Block block = new Block(new Saddle(), starts);
    PerturbedGradientDescent method = new PerturbedGradientDescent(PARAMETERS);
    OneRun[] runs = new OneRun[starts.length];
    for (int i = 0; i < runs.length; i++) {
      runs[i] = new OneRun(starts[i], i, PARAMETERS);
    }
    block.start(method);
    int returned = 0;
    int perturbations = 0;
    for (int t = 0; t < 400; t++) {
      block.step(method);
      for (int i = 0; i < runs.length; i++) {
        if (!runs[i].ended) {
          runs[i].step(t);
          assertThat(block.point(i)).as("run %d, step %d", i, t).containsExactly(runs[i].x);
          assertThat(block.isStopped(i)).as("run %d, step %d", i, t).isEqualTo(runs[i].ended);
          returned += runs[i].ended ? 1 : 0;
          perturbations += runs[i].lastNoise == t ? 1 : 0;
        }
      }
    }
    assertThat(returned).isEqualTo(starts.length);
    assertThat(perturbations).isGreaterThan(starts.length);
  }

  @Test
  void startsOnTheStableManifoldLeaveTheSaddleAndEndAtAMinimum() {
    double[][] starts = new double[64][2];
    for (int i = 0; i < 32; i++) {
      starts[i][0] = 0.05 * i;
    }
    Block block = new Block(new Saddle(), starts);
    // 1.1^80 = 2048, so a kick fails only where it moves y by less than 3e-5.
    PerturbedGradientDescent method =
        new PerturbedGradientDescent(
            new Perturbation(0.1, 0.02, 0.05, 80, OptionalDouble.of(1e-3)));
    block.start(method);
    boolean[] ended = new boolean[64];
    for (int t = 0; t < 600; t++) {
      block.step(method);
      for (int i = 0; i < 64; i++) {
        if (block.isStopped(i) && !ended[i]) {
          ended[i] = true;
          assertThat(Math.abs(block.point(i)[1])).isCloseTo(1, within(0.03));
        }
      }
    }
    assertThat(ended).doesNotContain(false);
  }

  @Test
  void plainGradientDescentStaysOnTheStableManifold() {
    Block block = new Block(new Saddle(), new double[][] {{1.5, 0}});
    GradientDescent method = new GradientDescent(0.1);
    for (int t = 0; t < 600; t++) {
      block.step(method);
    }
    assertThat(block.point(0)[1]).isZero();
  }

  @Test
  void withoutAThresholdNoRunEnds() {
    Block block = new Block(new Saddle(), starts(8));
    PerturbedGradientDescent method = new PerturbedGradientDescent(ENDLESS);
    block.start(method);
    for (int t = 0; t < 1000; t++) {
      block.step(method);
    }
    for (int i = 0; i < 8; i++) {
      assertThat(block.isStopped(i)).isFalse();
    }
  }

  @Test
  void aStepIsRandomSoThereIsNoLinearization() {
    PerturbedGradientDescent method = new PerturbedGradientDescent(PARAMETERS);
    assertThat(method.isDeterministic()).isFalse();
    assertThat(method.linearization()).isEmpty();
  }

  private static double[][] starts(int count) {
    SplittableRandom random = new SplittableRandom(7);
    double[][] starts = new double[count][2];
    for (int i = 0; i < count; i++) {
      starts[i][0] = random.nextDouble(-1.5, 1.5);
      starts[i][1] = i % 4 == 0 ? 0 : random.nextDouble(-1.5, 1.5);
    }
    return starts;
  }

  /** The published pseudocode, line by line, for a single run. */
  private static final class OneRun {
    private final long run;
    private final Perturbation p;
    private double[] x;
    private double[] before;
    private long lastNoise;
    private boolean ended;

    OneRun(double[] start, long run, Perturbation p) {
      this.x = start.clone();
      this.before = start.clone();
      this.run = run;
      this.p = p;
      lastNoise = -p.period() - 1;
    }

    void step(long t) {
      double[] g = new double[2];
      Saddle f = new Saddle();
      f.gradient(x, g);
      if (Math.hypot(g[0], g[1]) <= p.gradientThreshold() && t - lastNoise > p.period()) {
        lastNoise = t;
        before = x.clone();
        double[] noise = new double[2];
        UniformPoint.ofBall(Block.random(run, t), p.radius(), noise);
        x[0] += noise[0];
        x[1] += noise[1];
      }
      if (t - lastNoise == p.period()
          && f.value(x) - f.value(before) > -p.functionThreshold().orElseThrow()) {
        x = before;
        ended = true;
        return;
      }
      f.gradient(x, g);
      x[0] = Math.fma(-p.step(), g[0], x[0]);
      x[1] = Math.fma(-p.step(), g[1], x[1]);
    }
  }
}
