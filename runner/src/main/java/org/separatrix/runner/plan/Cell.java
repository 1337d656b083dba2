package org.separatrix.runner.plan;

import com.fasterxml.jackson.databind.JsonNode;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.engine.Experiment;
import org.separatrix.core.random.RandomStreams;
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

  /**
   * Returns what the runs of this cell are.
   *
   * @param seed of the study
   */
  public Experiment experiment(long seed) {
    // Without the optimizer's name, so that run r starts at the same point under every optimizer.
    long key = RandomStreams.key(seed, problem.name(), startEntry.name());
    return new Experiment(problem.objective(), optimizer, start, stop, key);
  }

  /** Returns the optimizer's type, name and keys, with step sizes as numbers. */
  public JsonNode optimizerJson() {
    return YamlJson.of(StepSizes.asNumbers(optimizerEntry, problem));
  }

  /** Returns the start's type, name and keys. */
  public JsonNode startJson() {
    return YamlJson.of(startEntry.portable());
  }
}
