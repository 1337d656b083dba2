package org.separatrix.runner.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.plugin.Component;
import org.separatrix.core.contract.ObjectiveContract;
import org.separatrix.core.contract.OptimizerContract;
import org.separatrix.core.contract.StartContract;
import org.separatrix.core.plugin.Failure;
import org.separatrix.core.plugin.PluginCode;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.execute.ComponentException;
import org.separatrix.runner.execute.Progress;
import org.separatrix.runner.execute.StudyOutcome;
import org.separatrix.runner.execute.StudyRun;
import org.separatrix.runner.plan.Cell;
import org.separatrix.runner.plan.Plan;
import org.separatrix.runner.plan.Planner;
import org.separatrix.runner.yaml.InvalidStudyException;

/**
 * Checks a component: its documentation, then what the example of its documentation makes against
 * the contract of its kind.
 */
public final class ComponentCheck {
  private static final long SEED = 20160623;
  private static final String FEW_RUNS = "runs=200";

  private final Registry registry;
  private final Planner planner;

  /**
   * Creates the check.
   *
   * @param registry holds the components
   * @param planner makes plans with them
   */
  public ComponentCheck(Registry registry, Planner planner) {
    this.registry = registry;
    this.planner = planner;
  }

  /**
   * Returns what a component does not keep, nothing if all is well.
   *
   * @param component a component of the registry
   */
  public List<Complaint> complaints(Component<?> component) {
    List<Complaint> undocumented = DocumentationCheck.complaints(component);
    if (!undocumented.isEmpty()) {
      // Without documentation of its keys no study can name it.
      return undocumented;
    }
    return PluginCode.call(
        () -> contract(component, new ExampleStudy(component)),
        failure -> List.of(complaint(failure)));
  }

  private static Complaint complaint(Failure failure) {
    if (failure.cause() instanceof InvalidStudyException invalid) {
      return new Complaint(
          "example",
          "an example that can stand in a study",
          ExampleStudy.withoutFile(String.valueOf(invalid.getMessage())),
          "correct the example of @Doc on the config record, or what the record refuses");
    }
    String seen =
        failure.cause() instanceof ComponentException known
            ? String.valueOf(known.getMessage())
            : failure.describe();
    return new Complaint(
        "exceptions", "that nothing is thrown", seen, "look at the line that is named");
  }

  private List<Complaint> contract(Component<?> component, ExampleStudy example) {
    Plan plan = example.plan(planner);
    Cell cell = plan.cells().get(0);
    return switch (component.kind()) {
      case OBJECTIVE -> explain(ObjectiveContract.violations(cell.problem().objective(), SEED));
      case OPTIMIZER -> explain(optimizer(component.id(), plan));
      case START ->
          explain(StartContract.violations(cell.start(), cell.problem().dimension(), SEED));
      case ANALYZER -> analyzer(plan.analyzers().get(0), example);
      case CONTROL -> {
        run(example, 1);
        yield List.of();
      }
    };
  }

  private List<String> optimizer(String id, Plan plan) {
    Record config = plan.study().optimizers().get(0).config();
    return OptimizerContract.violations(
        problem -> registry.optimizer(id).factory().create(config, problem), SEED);
  }

  /** The findings must answer what is declared, and must not depend on threads. */
  private List<Complaint> analyzer(Analyzer analyzer, ExampleStudy example) {
    List<Complaint> complaints = new ArrayList<>();
    List<String> declared = analyzer.predictions().stream().map(Prediction::id).toList();
    if (declared.isEmpty()) {
      complaints.add(
          new Complaint(
              "predictions",
              "at least one prediction that the analyzer answers",
              "predictions() is empty",
              "return what analyze gives findings for"));
    }
    StudyOutcome outcome = run(example, 1);
    List<Finding> findings = outcome.findings();
    for (Finding finding : findings) {
      if (!declared.contains(finding.prediction())) {
        complaints.add(
            new Complaint(
                "predictions",
                "findings for declared predictions only: "
                    + (declared.isEmpty() ? "there are none" : String.join(", ", declared)),
                "a finding for '%s'".formatted(finding.prediction()),
                "declare it in predictions()"));
        break;
      }
    }
    strayCells(outcome).ifPresent(complaints::add);
    if (!findings.equals(run(example, 2).findings())) {
      complaints.add(
          new Complaint(
              "determinism",
              "the same findings from the same study on one and on two threads",
              "they differ",
              "draw random numbers from the laboratory's streams, and sort what has no order"));
    }
    return complaints;
  }

  /** A finding of no cell of the study is not shown with what it is about. */
  private static Optional<Complaint> strayCells(StudyOutcome outcome) {
    List<String> cells = outcome.result().cells().stream().map(CellResult::id).toList();
    return outcome.findings().stream()
        .flatMap(finding -> finding.cell().stream())
        .filter(cell -> !cells.contains(cell))
        .findFirst()
        .map(
            cell ->
                new Complaint(
                    "findings",
                    "findings for cells of the study: " + String.join(", ", cells),
                    "a finding for the cell '%s'".formatted(cell),
                    "take the id from the cell's result, or leave the cell out"));
  }

  private StudyOutcome run(ExampleStudy example, int threads) {
    return new StudyRun(
            example.plan(planner, FEW_RUNS), registry, threads, Progress.SILENT, () -> false)
        .run();
  }

  private static List<Complaint> explain(List<String> violations) {
    return violations.stream().map(Complaint::of).toList();
  }
}
