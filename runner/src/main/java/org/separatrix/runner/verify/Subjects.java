package org.separatrix.runner.verify;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.core.bound.Effort;
import org.separatrix.runner.plan.Plan;

/** The objectives of a study, each with what was found out about it, once. */
final class Subjects {
  private final Optional<Plan> plan;
  private final int threads;
  private final Map<String, Subject> known = new HashMap<>();

  Subjects(Optional<Plan> plan, int threads) {
    this.plan = plan;
    this.threads = threads;
  }

  /** Returns an objective of the study. */
  Optional<Problem> problem(String name) {
    return plan.flatMap(
        study -> study.problems().stream().filter(each -> each.name().equals(name)).findFirst());
  }

  /** Returns what can be found out about an objective of the study. */
  Optional<Subject> subject(String name) {
    return problem(name)
        .map(
            problem ->
                known.computeIfAbsent(
                    name,
                    key ->
                        of(
                            problem.objective(),
                            problem.domain(),
                            plan.orElseThrow().study().certify().effort(() -> false))));
  }

  /** Returns what can be found out about an objective of no study. */
  Subject of(Objective objective, Box domain, Effort effort) {
    return new Subject(objective, domain, effort, threads);
  }
}
