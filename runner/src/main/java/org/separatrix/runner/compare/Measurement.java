package org.separatrix.runner.compare;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.core.engine.Ensemble;
import org.separatrix.core.engine.EnsembleException;
import org.separatrix.core.engine.Hits;
import org.separatrix.core.engine.HittingTimes;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;

/**
 * The running times of a study's optimizers: the first runs of each cell, followed until they reach
 * each target.
 *
 * @param times one entry for each cell and target, in the order of the plan
 * @param remarks what was left out, and why
 */
public record Measurement(List<RunningTimes> times, List<String> remarks) {
  /** Copies the lists. */
  public Measurement {
    times = List.copyOf(times);
    remarks = List.copyOf(remarks);
  }

  /**
   * Tells whether a study asks for a comparison.
   *
   * @param plan the study
   */
  public static boolean isWanted(Plan plan) {
    return plan.study().compare().runs() > 0 && plan.study().optimizers().size() > 1;
  }

  /**
   * Follows the runs of the cells that are finished.
   *
   * @param plan what to run
   * @param result the finished cells and the critical points
   * @param ensemble runs them
   * @param stage is told the id of each cell before its runs are followed
   * @param cancelled is asked now and then whether to stop
   * @throws CancellationException if it was told to stop
   * @throws EnsembleException if a component throws
   */
  public static Measurement of(
      Plan plan,
      StudyResult result,
      Ensemble ensemble,
      Consumer<String> stage,
      BooleanSupplier cancelled) {
    List<RunningTimes> times = new ArrayList<>();
    Set<String> remarks = new LinkedHashSet<>();
    Set<String> finished =
        result.cells().stream().map(CellResult::id).collect(Collectors.toUnmodifiableSet());
    for (Cell cell : plan.cells()) {
      if (!finished.contains(cell.id())) {
        continue;
      }
      stage.accept(cell.id());
      TargetChoice choice =
          TargetChoice.of(
              plan.study().compare(), result.census(cell.problem().name()), cell.stop());
      remarks.addAll(choice.remarks());
      if (!choice.targets().isEmpty()) {
        int runs = (int) Math.min(plan.study().compare().runs(), cell.runs());
        HittingTimes follow =
            new HittingTimes(cell.experiment(plan.study().seed()), choice.conditions());
        Hits hits = ensemble.hittingTimes("comparison of " + cell.id(), follow, runs, cancelled);
        addAll(times, cell, choice, hits);
      }
    }
    return new Measurement(times, List.copyOf(remarks));
  }

  private static void addAll(List<RunningTimes> times, Cell cell, TargetChoice choice, Hits hits) {
    for (int t = 0; t < choice.targets().size(); t++) {
      times.add(
          new RunningTimes(
              new ComparedProblem(
                  cell.problem().name(),
                  cell.startEntry().name(),
                  cell.problem().dimension(),
                  choice.targets().get(t)),
              cell.optimizerEntry().name(),
              hits.gradients()[t],
              hits.values()[t],
              hits.reached()[t]));
    }
  }
}
