package org.separatrix.core.certificate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.CellCertificate;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;

class FateTallyTest {
  private static final int RUNS = 400;
  private static final StopRule LONG = rule(10_000);

  @Test
  void everyRunOfEachMethodConverges() {
    for (LinearMethod method :
        new LinearMethod[] {
          Cases.gradientDescent(0.08), Cases.momentum(0.05, 0.8, 0), Cases.momentum(0.05, 0.8, 0.8)
        }) {
      MethodCertificate certificate = Cases.lee(method);

      assertThat(ProvenRuns.of(certificate, Cases.SQUARE, runs(method, 2, LONG)).fates())
          .hasSize(RUNS)
          .containsOnly(Fate.CERTIFIED_MINIMUM);
    }
  }

  /**
   * With two vectors a run's fate is that of its state, not of its position: fast at a minimum, it
   * may pass. The states are those from which the runs go on, which another way of putting them
   * together would not be.
   */
  @Test
  void statesArePutTogetherInTheOrderOfTheMethod() {
    for (double ahead : new double[] {0, 0.8}) {
      LinearMethod method = Cases.momentum(0.05, 0.8, ahead);
      MethodCertificate certificate = Cases.lee(method);
      Runs early = runs(method, 2, rule(7));
      Runs later = runs(method, 2, rule(8));

      double[][] states = states(method, early);
      double[][] next = states(method, later);
      Fate[] fates = ProvenRuns.of(certificate, Cases.SQUARE, early).fates();
      int decided = 0;
      for (int i = 0; i < RUNS; i++) {
        double[] state = column(states, i);
        assertThat(column(next, i)).containsExactly(step(method, state), within());
        Fate ends = certificate.ends().fateOf(state);
        assertThat(fates[i])
            .isEqualTo(ends == Fate.UNDECIDED ? certificate.cones().fateOf(state) : ends);
        decided += fates[i] == Fate.CERTIFIED_MINIMUM ? 1 : 0;
      }
      assertThat(decided).isBetween(1, RUNS - 1);
    }
  }

  @Test
  void countsWhoStartedInside() {
    LinearMethod method = Cases.gradientDescent(0.08);
    FateTally tally = new FateTally(Cases.lee(method));
    Runs inside = runs(method, 2, LONG);
    Runs wide = runs(method, 4, LONG);
    tally.add(ProvenRuns.of(Cases.lee(method), Cases.SQUARE, inside));
    assertThat(tally.certificate().startedInside()).isEqualTo(RUNS);

    tally.add(ProvenRuns.of(Cases.lee(method), Cases.SQUARE, wide));

    CellCertificate certificate = tally.certificate();
    assertThat(certificate.startedInside()).isBetween(RUNS + 60L, RUNS + 140L);
    assertThat(certificate.fates().values().stream().mapToLong(n -> n).sum()).isEqualTo(2L * RUNS);
    assertThat(certificate.invariance()).isEqualTo(Status.CERTIFIED);
    assertThat(certificate.invarianceDetail()).isEqualTo("a step maps the domain into itself");
  }

  /** |y| grows beyond sqrt((2 + alpha)/alpha) = 1.5584 for alpha = 1.4. */
  @Test
  void saysWhereAStepLeavesAndWhoDiverges() {
    LinearMethod method = Cases.gradientDescent(1.4);
    MethodCertificate certificate = Cases.lee(method);
    FateTally tally = new FateTally(certificate);
    Runs runs = runs(method, 2, rule(1));
    tally.add(ProvenRuns.of(certificate, Cases.SQUARE, runs));

    assertThat(tally.certificate().invariance()).isEqualTo(Status.VIOLATED);
    assertThat(tally.certificate().invarianceDetail())
        .matches("a step leads from \\[.*\\] out of the domain");
    assertThat(tally.certificate().runs(Fate.CERTIFIED_DIVERGED)).isBetween(30L, (long) RUNS);
    assertThat(tally.certificate().runs(Fate.CERTIFIED_MINIMUM)).isZero();
  }

  private static StopRule rule(long steps) {
    return new StopRule(steps > 100 ? 1e-8 : -1, steps, 1e8, Optional.empty());
  }

  private static Runs runs(LinearMethod method, double half, StopRule stop) {
    return Engine.run(new Experiment(Cases.LEE, method, uniform(half), stop, 5), 0, RUNS);
  }

  private static StartDistribution uniform(double half) {
    return new StartDistribution() {
      @Override
      public void draw(RandomGenerator random, long run, double[] x) {
        for (int k = 0; k < x.length; k++) {
          x[k] = half * (2 * random.nextDouble() - 1);
        }
      }

      @Override
      public boolean isAbsolutelyContinuous() {
        return true;
      }
    };
  }

  /** The state by the method's contract: all vectors, the first of which may be the position. */
  private static double[][] states(LinearMethod method, Runs runs) {
    int vectors = method.b().length;
    double[][] states = new double[2 * vectors][];
    int kept = method.memory();
    for (int j = 0; j < vectors; j++) {
      for (int k = 0; k < 2; k++) {
        states[2 * j + k] =
            kept == vectors
                ? runs.memory()[j][k]
                : j == 0 ? runs.end()[k] : runs.memory()[j - 1][k];
      }
    }
    return states;
  }

  /** One step by the definition, xi_{k+1} = A xi_k + B grad f(C xi_k). */
  private static double[] step(LinearMethod method, double[] state) {
    double[][] a = method.a();
    double[] next = new double[state.length];
    double x = 0;
    double y = 0;
    for (int j = 0; j < a.length; j++) {
      x += method.c()[j] * state[2 * j];
      y += method.c()[j] * state[2 * j + 1];
    }
    double[] gradient = {x, y * y * y - y};
    for (int i = 0; i < next.length; i++) {
      next[i] = method.b()[i / 2] * gradient[i % 2];
      for (int j = 0; j < a.length; j++) {
        next[i] += a[i / 2][j] * state[2 * j + i % 2];
      }
    }
    return next;
  }

  private static org.assertj.core.data.Offset<Double> within() {
    return org.assertj.core.api.Assertions.within(1e-12);
  }

  private static double[] column(double[][] rows, int i) {
    double[] column = new double[rows.length];
    for (int k = 0; k < column.length; k++) {
      column[k] = rows[k][i];
    }
    return column;
  }
}
