package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.certificate.EndRegions;
import org.separatrix.core.certificate.KnownPoints;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.laboratory.CellContinuation;
import org.separatrix.core.region.CertifiedRegions;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;

/** Lee's function has its minima, points 0 and 2 of the census, at y = -1 and y = 1. */
class CertifiedLimitsTest {
  private static final int RUNS = 300;
  private static final Box SQUARE = Box.cube(2, -2, 2);
  private static final LinearMethod METHOD = GradientDescentLoop.method(0.08);

  private final CompiledFormula lee =
      new SymbolicFormulaCompiler()
          .compile(
              Formula.indexed("x[1]^2/2 + x[2]^4/4 - x[2]^2/2", 2, Map.of()), Landscape.on(SQUARE));
  private final MethodCertificate certificate = certificate();
  private final GrowingCensus census =
      GrowingCensus.of(new CriticalPointSearch(CriticalPointSearchTest.problem(lee), 42).search());

  /** After 12 steps the linear law explains few of the gradients yet. */
  @Test
  void aRunInACaptureBallGoesToItsMinimumHoweverItEnded() {
    StopRule brief = new StopRule(1e-10, 12, 1e8, Optional.empty());
    Runs runs = run(brief);
    EndRegions ends = EndRegions.of(certificate, runs);

    RunLimits proven =
        limits(brief, Optional.of(certificate))
            .decide(runs, Optional.of(ends), new EndRefinements());
    RunLimits judged = limits(brief, Optional.empty()).decide(runs);

    int captured = 0;
    for (int i = 0; i < RUNS; i++) {
      boolean isCaptured = ends.region()[i] != CertifiedRegions.UNDECIDED;
      captured += isCaptured ? 1 : 0;
      assertThat(proven.limits()[i])
          .isEqualTo(isCaptured ? minimumBeside(runs, i) : judged.limits()[i]);
    }
    assertThat(captured).isBetween(RUNS / 4, RUNS - 1);
    assertThat(judged.unresolved()).isGreaterThan(proven.unresolved() + RUNS / 10);
  }

  @Test
  void decidesConvergedRunsAsWithoutACertificate() {
    StopRule patient = new StopRule(1e-10, 10_000, 1e8, Optional.empty());
    Runs runs = run(patient);

    RunLimits proven =
        limits(patient, Optional.of(certificate))
            .decide(runs, Optional.of(EndRegions.of(certificate, runs)), new EndRefinements());

    assertThat(proven.limits())
        .containsOnly(0, 2)
        .isEqualTo(limits(patient, Optional.empty()).decide(runs).limits());
    assertThat(proven.runs()).isSameAs(runs);
  }

  /** The rule says that beyond 0.9 a run diverges, though from there it would go to a minimum. */
  @Test
  void aRunThatDivergedHasNoLimit() {
    StopRule narrow = new StopRule(1e-10, 10_000, 0.9, Optional.empty());
    Runs runs = run(narrow);
    EndRegions ends = EndRegions.of(certificate, runs);

    RunLimits limits =
        limits(narrow, Optional.of(certificate))
            .decide(runs, Optional.of(ends), new EndRefinements());

    assertThat(ends.region()).contains(0, 1);
    assertThat(limits.limits()).containsOnly(RunLimits.NONE);
  }

  private static int minimumBeside(Runs runs, int run) {
    return runs.end()[1][run] < 0 ? 0 : 2;
  }

  private MethodCertificate certificate() {
    Certifier certifier = Certifier.of(lee, SQUARE, Effort.standard()).orElseThrow();
    return new MethodCertificate(
        certifier,
        METHOD,
        KnownPoints.of(certifier.census(1).orElseThrow()),
        Thoroughness.QUICK,
        TaskPool.sequential());
  }

  private Limits limits(StopRule stop, Optional<MethodCertificate> proven) {
    return census.limits(METHOD, stop, new CellContinuation(lee, METHOD, 7, "lee"), proven);
  }

  private Runs run(StopRule stop) {
    return Engine.run(new Experiment(lee, METHOD, new Square(), stop, 11), 0, RUNS);
  }

  private record Square() implements StartDistribution {
    @Override
    public void draw(RandomGenerator random, long run, double[] point) {
      point[0] = random.nextDouble(-2, 2);
      point[1] = random.nextDouble(-2, 2);
    }

    @Override
    public boolean isAbsolutelyContinuous() {
      return true;
    }
  }
}
