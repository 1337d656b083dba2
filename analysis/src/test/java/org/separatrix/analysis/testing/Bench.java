package org.separatrix.analysis.testing;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.EnsembleLimits;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.critical.CriticalPointSearch;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.laboratory.LocalLaboratory;

/** The laboratory of the tests, and the studies that it makes. */
public class Bench implements Laboratory {
  private static final long SEED = 20160304;

  private final LocalLaboratory laboratory =
      new LocalLaboratory(new Ensemble(1), SEED, () -> false);

  @Override
  public Runs run(
      String purpose,
      Problem problem,
      Optimizer optimizer,
      StartDistribution starts,
      int runs,
      StopRule stop) {
    return laboratory.run(purpose, problem, optimizer, starts, runs, stop);
  }

  @Override
  public EnsembleLimits limits(
      String purpose,
      Census census,
      Optimizer optimizer,
      StartDistribution starts,
      int runs,
      StopRule stop) {
    return laboratory.limits(purpose, census, optimizer, starts, runs, stop);
  }

  @Override
  public double[][] hessian(Problem problem, double[] x) {
    return laboratory.hessian(problem, x);
  }

  @Override
  public StepMap map(Problem problem, Optimizer optimizer) {
    return laboratory.map(problem, optimizer);
  }

  @Override
  public RandomGenerator random(String purpose) {
    return laboratory.random(purpose);
  }

  /** Returns what a study of one cell measures, the limits by nearness to the census. */
  public StudyResult study(
      Problem problem, Optimizer optimizer, StartDistribution start, int runs, StopRule stop) {
    Census census = new CriticalPointSearch(problem, SEED).search();
    Runs outcome = run("cell", problem, optimizer, start, runs, stop);
    Map<Termination, Long> terminations = new EnumMap<>(Termination.class);
    Map<String, Long> limits = new LinkedHashMap<>();
    long unresolved = 0;
    for (int i = 0; i < runs; i++) {
      Termination reason = outcome.termination()[i];
      terminations.merge(reason, 1L, Long::sum);
      if (reason == Termination.BUDGET) {
        unresolved++;
      } else if (reason == Termination.GRADIENT_TOLERANCE) {
        Optional<CriticalPoint> limit = near(census, outcome.endOf(i));
        limit.ifPresent(point -> limits.merge(point.id(), 1L, Long::sum));
        unresolved += limit.isPresent() ? 0 : 1;
      }
    }
    CellResult cell =
        new CellResult(
            "cell",
            problem,
            "method",
            optimizer,
            start,
            stop,
            runs,
            terminations,
            limits,
            unresolved,
            0,
            new CellResult.Steps(0, 0, 0, 0),
            0,
            0,
            0,
            Stagnation.NONE,
            Optional.empty());
    return new StudyResult("study", SEED, new ArrayList<>(List.of(census)), List.of(cell));
  }

  /** Returns a study that ran nothing, for what needs the critical points and the method alone. */
  public StudyResult study(Problem problem, Optimizer optimizer) {
    return study(problem, optimizer, uniform(problem), 1, stop());
  }

  private static Optional<CriticalPoint> near(Census census, double[] x) {
    return census.points().stream().filter(point -> point.distance(x) < 1e-3).findFirst();
  }

  /** Returns the rule of most studies. */
  public static StopRule stop() {
    return new StopRule(1e-10, 100_000, 1e8, Optional.empty());
  }

  /** Returns the uniform distribution on the domain. */
  public static StartDistribution uniform(Problem problem) {
    double[] low = problem.domain().low();
    double[] high = problem.domain().high();
    return new StartDistribution() {
      @Override
      public void draw(RandomGenerator random, long run, double[] x) {
        for (int k = 0; k < x.length; k++) {
          x[k] = low[k] + (high[k] - low[k]) * random.nextDouble();
        }
      }

      @Override
      public boolean isAbsolutelyContinuous() {
        return true;
      }
    };
  }
}
