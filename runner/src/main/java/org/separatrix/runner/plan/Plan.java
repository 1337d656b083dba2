package org.separatrix.runner.plan;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.critical.BoundedProblem;
import org.separatrix.runner.study.Study;
import org.separatrix.runner.yaml.YamlMapping;
import org.separatrix.runner.yaml.YamlNumbers;
import org.separatrix.runner.yaml.YamlWriter;

/**
 * A study that is ready to run.
 *
 * @param study what was asked for
 * @param bounded the objectives, in order, with what is proven of L
 * @param cells objectives by optimizers by starts, the start varying fastest
 * @param analyzers tests of predictions, in order
 * @param controls experiments with a known outcome, in order
 */
public record Plan(
    Study study,
    List<BoundedProblem> bounded,
    List<Cell> cells,
    List<Analyzer> analyzers,
    List<Control> controls) {

  /** Copies the lists. */
  public Plan {
    bounded = List.copyOf(bounded);
    cells = List.copyOf(cells);
    analyzers = List.copyOf(analyzers);
    controls = List.copyOf(controls);
  }

  /** Returns the objectives, in order. */
  public List<Problem> problems() {
    return bounded.stream().map(BoundedProblem::problem).toList();
  }

  /** Returns the number of runs of all cells. */
  public long runs() {
    return cells.stream().mapToLong(Cell::runs).reduce(0, Plan::saturatingSum);
  }

  /**
   * Returns the study as the text of a file with every default filled in and every sweep expanded,
   * whose results are the same wherever it is. Comments say what multiples of 1/L came to.
   */
  public String resolvedYaml() {
    return yaml(study.resolved());
  }

  /** Likewise, but with the files that it names in copies beside it, in its folder of results. */
  public String portableYaml() {
    return yaml(study.portable());
  }

  private String yaml(YamlMapping keys) {
    List<String> comments = new ArrayList<>();
    comments.add("Every key of the study, with defaults filled in and sweeps expanded.");
    comments.addAll(steps());
    return YamlWriter.write(keys, comments);
  }

  private Set<String> steps() {
    Set<String> lines = new LinkedHashSet<>();
    for (Cell cell : cells) {
      StepSizes.relative(cell.optimizerEntry(), cell.problem())
          .forEach((key, step) -> lines.add(step(cell, key, step)));
    }
    return lines;
  }

  private static String step(Cell cell, String key, double step) {
    Problem.LipschitzBound bound = cell.problem().lipschitz().orElseThrow();
    return "%s, %s: %s = %s, as L = %s (%s)"
        .formatted(
            cell.problem().name(),
            cell.optimizerEntry().name(),
            key,
            YamlNumbers.text(step),
            YamlNumbers.text(bound.value()),
            bound.status());
  }

  private static long saturatingSum(long a, long b) {
    return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
  }
}
