package org.separatrix.runner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.yaml.YamlJson;

/**
 * One objective with one optimizer from one start.
 *
 * @param id {@code objective/optimizer/start}, unique within the study
 * @param problem the objective
 * @param optimizer the method
 * @param optimizerEntry what the study says of it
 * @param start the distribution of starting points
 * @param startEntry what the study says of it
 * @param stop when runs stop
 * @param runs number of runs
 */
public record Cell(
    String id,
    Problem problem,
    Optimizer optimizer,
    Entry optimizerEntry,
    StartDistribution start,
    Entry startEntry,
    StopRule stop,
    long runs) {

  /** Returns the optimizer's type, name and keys, with step sizes as numbers. */
  public JsonNode optimizerJson() {
    return YamlJson.of(StepSizes.asNumbers(optimizerEntry, problem));
  }

  /** Returns the start's type, name and keys. */
  public JsonNode startJson() {
    return YamlJson.of(startEntry.resolved());
  }
}
