package org.separatrix.core.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Regions;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;

class TimelyLoopsTest {
  private static final CompiledFormula LEE =
      new SymbolicFormulaCompiler()
          .compile(Formula.of("x^2/2 + y^4/4 - y^2/2", "x", "y"), Landscape.on(Box.cube(2, -2, 2)));
  private static final LinearMethod DESCENT = FixedStep.gradientDescent(0.05);
  private static final StopRule STOP = new StopRule(1e-6, 1000, 1e6, Optional.empty());
  private static final long SECOND = 1_000_000_000;

  private static Experiment experiment(StopRule stop) {
    return new Experiment(LEE, DESCENT, new CubeStart(), stop, 1);
  }

  @Test
  void manyRunsHaveThemAtOnce() {
    assertThat(new TimelyLoops(experiment(STOP), 1_000_000).ready()).isPresent();
    assertThat(new TimelyLoops(experiment(STOP), 10_000).ready()).isEmpty();
  }

  @Test
  void slowRunsHaveThemWhenTheyTurnOutToBeSlow() {
    TimelyLoops loops = new TimelyLoops(experiment(STOP), 10_000);

    loops.moved(100, SECOND / 10);
    assertThat(loops.ready()).isEmpty();
    loops.moved(100, SECOND / 2);
    assertThat(loops.ready()).isPresent();
  }

  @Test
  void theLastRunsDoWithout() {
    TimelyLoops loops = new TimelyLoops(experiment(STOP), 10_000);

    loops.moved(9_990, 10 * SECOND);

    assertThat(loops.ready()).isEmpty();
  }

  @Test
  void aRuleThatTheyCannotWatchIsLeftToTheStepwiseLoop() {
    Optional<StopRule.Region> region = Optional.of(Regions.box(Box.cube(2, -1, 1)));
    TimelyLoops loops =
        new TimelyLoops(experiment(new StopRule(1e-6, 1000, 1e6, region)), 1_000_000);

    loops.moved(100, 10 * SECOND);

    assertThat(loops.ready()).isEmpty();
  }

  @Test
  void runsAreTheSameBeforeAndAfter() {
    Experiment experiment = experiment(STOP);
    TimelyLoops late = new TimelyLoops(experiment, 10_000);
    Engine engine = new Engine(experiment, late);
    Engine stepwise = new Engine(experiment, new TimelyLoops(experiment, Optional.empty()));

    SameRuns.assertSame(engine.run(0, 500), stepwise.run(0, 500));
    late.moved(100, 100 * SECOND);
    assertThat(engine.hasForms()).isTrue();
    SameRuns.assertSame(engine.run(500, 500), stepwise.run(500, 500));
  }
}
