package org.separatrix.analysis.share;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.testing.Bench;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Stagnation;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.core.critical.CriticalPointSearch;
import org.separatrix.core.critical.Limits;
import org.separatrix.core.critical.Representatives;
import org.separatrix.core.critical.RunLimits;
import org.separatrix.core.engine.Engine;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.laboratory.CellContinuation;
import org.separatrix.core.random.RandomStreams;

/** A study of one cell whose limits are decided as in a real one, with uniform starts. */
final class MeasuredCell {
  private static final long SEED = 42;

  private MeasuredCell() {}

  static StudyResult run(Problem problem, Optimizer optimizer, int runs, StopRule stop) {
    Census census = new CriticalPointSearch(problem, SEED).search();
    Experiment experiment =
        new Experiment(
            problem.objective(),
            optimizer,
            Bench.uniform(problem),
            stop,
            RandomStreams.key(SEED, "cell"));
    Limits limits =
        new Limits(
            census,
            optimizer,
            stop,
            new CellContinuation(problem.objective(), optimizer, SEED, problem.name()));
    RunLimits decided = limits.decide(Engine.run(experiment, 0, runs));
    Census merged = CriticalPointSearch.merged(census, decided.found());
    Representatives representatives = new Representatives(merged);
    Map<String, Long> counts = new LinkedHashMap<>();
    for (int i = 0; i < runs; i++) {
      decided
          .limit(i)
          .map(point -> representatives.of(point).id())
          .ifPresent(id -> counts.merge(id, 1L, Long::sum));
    }
    return new StudyResult(
        "study", SEED, List.of(merged), List.of(cell(problem, optimizer, stop, decided, counts)));
  }

  private static CellResult cell(
      Problem problem,
      Optimizer optimizer,
      StopRule stop,
      RunLimits decided,
      Map<String, Long> counts) {
    Runs runs = decided.runs();
    Map<Termination, Long> terminations = new EnumMap<>(Termination.class);
    for (Termination termination : runs.termination()) {
      terminations.merge(termination, 1L, Long::sum);
    }
    return new CellResult(
        "cell",
        problem,
        "method",
        optimizer,
        Bench.uniform(problem),
        stop,
        runs.size(),
        terminations,
        counts,
        decided.unresolved(),
        decided.toUnlistedMinima(),
        new CellResult.Steps(0, 0, 0, 0),
        runs.gradientEvaluations(),
        0,
        0,
        Stagnation.NONE,
        Optional.empty());
  }
}
