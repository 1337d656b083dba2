package org.separatrix.runner.plan;

import java.util.LinkedHashMap;
import java.util.Map;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.optimizer.StepSize;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.yaml.ConfigKey;
import org.separatrix.runner.yaml.ConfigNodes;
import org.separatrix.runner.yaml.ConfigSchema;
import org.separatrix.runner.yaml.YamlMapping;

/** What multiples of 1/L and 2/L come to. */
final class StepSizes {
  private StepSizes() {}

  /** The step sizes that an optimizer's entry gives as multiples, as numbers by key. */
  static Map<String, Double> relative(Entry optimizer, Problem problem) {
    Map<String, Double> steps = new LinkedHashMap<>();
    for (ConfigKey key : ConfigSchema.of(optimizer.config().getClass()).keys()) {
      if (key.valueIn(optimizer.config()) instanceof StepSize step
          && step.unit() != StepSize.Unit.ONE) {
        steps.put(key.name(), step.resolve(problem));
      }
    }
    return steps;
  }

  /** The resolved entry with numbers in place of multiples. */
  static YamlMapping asNumbers(Entry optimizer, Problem problem) {
    YamlMapping entry = optimizer.portable();
    for (Map.Entry<String, Double> step : relative(optimizer, problem).entrySet()) {
      entry = entry.with(step.getKey(), ConfigNodes.value(step.getValue()));
    }
    return entry;
  }
}
