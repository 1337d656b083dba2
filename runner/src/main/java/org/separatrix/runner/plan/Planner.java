package org.separatrix.runner.plan;

import com.google.inject.Inject;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Regions;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.FormulaCompiler;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Component;
import org.separatrix.api.start.StartDistribution;
import org.separatrix.core.critical.BoundedProblem;
import org.separatrix.core.plugin.Registry;
import org.separatrix.runner.prediction.PredictionCatalogue;
import org.separatrix.runner.study.Certify;
import org.separatrix.runner.study.Entry;
import org.separatrix.runner.study.Expectation;
import org.separatrix.runner.study.Stop;
import org.separatrix.runner.study.Study;
import org.separatrix.runner.study.StudyReader;
import org.separatrix.runner.yaml.Diagnostics;
import org.separatrix.runner.yaml.InvalidStudyException;
import org.separatrix.runner.yaml.Location;
import org.separatrix.runner.yaml.Suggestions;

/** Makes plans from studies. */
public final class Planner {
  private static final int MOST_CELLS = 100_000;

  private final StudyReader reader;
  private final Registry registry;
  private final ProblemFactory problems;

  @Inject
  Planner(StudyReader reader, Registry registry, FormulaCompiler formulas) {
    this.reader = reader;
    this.registry = registry;
    this.problems = new ProblemFactory(registry, formulas);
  }

  /**
   * Reads a study and makes everything that it asks for; relative file names start at its folder.
   *
   * @param file the study; messages name it as it is given
   * @param assignments values that replace those of the file, such as {@code
   *     optimizers[0].step=0.05}
   * @throws InvalidStudyException if anything is wrong with the study, with all of it
   */
  public Plan plan(Path file, List<String> assignments) {
    return plan(file, StudyReader.folderOf(file), assignments);
  }

  /**
   * Reads a study and makes everything that it asks for.
   *
   * @param file the study; messages name it as it is given
   * @param folder where relative file names in it start
   * @param assignments values that replace those of the file, such as {@code
   *     optimizers[0].step=0.05}
   * @throws InvalidStudyException if anything is wrong with the study, with all of it
   */
  public Plan plan(Path file, Path folder, List<String> assignments) {
    Diagnostics diagnostics = new Diagnostics();
    StudyReader.Reading reading = reader.read(file, folder, assignments, diagnostics);
    Study study = reading.study();
    long cells =
        (long) study.objectives().size() * study.optimizers().size() * study.starts().size();
    if (cells > MOST_CELLS) {
      throw diagnostics.fatal(
          Location.of(file.toString()),
          "%,d objectives x %,d optimizers x %,d starts make more than %,d cells"
              .formatted(
                  study.objectives().size(),
                  study.optimizers().size(),
                  study.starts().size(),
                  MOST_CELLS));
    }
    // Where there are mistakes nothing will run, and proofs would only delay their report.
    Certify certify = diagnostics.count() == 0 ? study.certify() : study.certify().withoutProofs();
    Plan plan =
        plan(
            reading,
            certify,
            new Workshop(registry, problems, diagnostics, study.objectives().size() > 1));
    if (reading.hasAll(Component.Kind.ANALYZER)
        && plan.analyzers().size() == study.analyzers().size()) {
      checkExpectations(plan, diagnostics);
    }
    checkDivergence(plan, diagnostics);
    diagnostics.throwIfAny();
    return plan;
  }

  /** Where all of a domain lies beyond the divergence radius, every run is over at its start. */
  private static void checkDivergence(Plan plan, Diagnostics diagnostics) {
    double radius = plan.study().stop().divergenceRadius();
    for (Problem problem : plan.problems()) {
      double nearest = nearestToOrigin(problem.domain());
      if (nearest > radius) {
        plan.study().objectives().stream()
            .filter(entry -> entry.name().equals(problem.name()))
            .findFirst()
            .ifPresent(
                entry ->
                    diagnostics.add(
                        entry.source().location(),
                        ("the domain of '%s' lies beyond divergence-radius %s, %s away from the"
                                + " origin, so that runs are over where they start. Maybe raise"
                                + " divergence-radius of 'stop'.")
                            .formatted(problem.name(), radius, nearest)));
      }
    }
  }

  private static double nearestToOrigin(Box domain) {
    double[] low = domain.low();
    double[] high = domain.high();
    double norm = 0;
    for (int k = 0; k < low.length; k++) {
      norm = Math.hypot(norm, Math.max(0, Math.max(low[k], -high[k])));
    }
    return norm;
  }

  /** What no analyzer answers cannot be expected. */
  private void checkExpectations(Plan plan, Diagnostics diagnostics) {
    List<String> answered =
        plan.analyzers().stream()
            .flatMap(analyzer -> analyzer.predictions().stream())
            .map(Prediction::id)
            .toList();
    for (Expectation expectation : plan.study().expectations()) {
      if (!answered.contains(expectation.prediction())) {
        diagnostics.add(
            expectation.location(),
            "no analyzer of this study answers the prediction '%s'.%s Answered: %s."
                .formatted(
                    expectation.prediction(),
                    wayOut(expectation.prediction(), answered),
                    answered.isEmpty() ? "none" : String.join(", ", answered)));
      }
    }
  }

  private String wayOut(String prediction, List<String> answered) {
    return new PredictionCatalogue(registry)
        .known().stream()
            .filter(item -> item.prediction().id().equals(prediction))
            .findFirst()
            .map(item -> " Maybe add '%s' to 'analyze'.".formatted(item.analyzer()))
            .orElseGet(() -> Suggestions.didYouMean(prediction, answered));
  }

  /** What is made of some entries only is not held against what needs all of them. */
  private static Plan plan(StudyReader.Reading reading, Certify certify, Workshop workshop) {
    Study study = reading.study();
    List<Problem> problems = new ArrayList<>();
    List<BoundedProblem> bounded = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (Entry objective : study.objectives()) {
      workshop
          .problem(objective, study.seed(), certify)
          .ifPresent(
              each -> {
                bounded.add(each);
                problems.add(each.problem());
                cells.addAll(cells(study, objective, each.problem(), workshop));
              });
    }
    boolean hasAll =
        reading.hasAll(Component.Kind.OBJECTIVE) && problems.size() == study.objectives().size();
    Optional<List<Problem>> all = hasAll ? Optional.of(problems) : Optional.empty();
    return new Plan(
        study,
        bounded,
        cells,
        study.analyzers().stream().flatMap(entry -> workshop.analyzer(entry).stream()).toList(),
        study.controls().stream().flatMap(entry -> workshop.control(entry, all).stream()).toList());
  }

  private static List<Cell> cells(
      Study study, Entry objective, Problem problem, Workshop workshop) {
    Map<Entry, StartDistribution> starts = new LinkedHashMap<>();
    for (Entry start : study.starts()) {
      workshop
          .start(start, problem, study.folder())
          .ifPresent(distribution -> starts.put(start, distribution));
    }
    StopRule stop = stopRule(study.stop(), problem);
    List<Cell> cells = new ArrayList<>();
    for (Entry optimizer : study.optimizers()) {
      workshop
          .optimizer(optimizer, problem)
          .ifPresent(
              method ->
                  starts.forEach(
                      (start, distribution) ->
                          cells.add(
                              new Cell(
                                  String.join(
                                      "/", objective.slug(), optimizer.slug(), start.slug()),
                                  problem,
                                  method,
                                  optimizer,
                                  distribution,
                                  start,
                                  stop,
                                  Math.min(
                                      study.runs(),
                                      distribution.count().orElse(Long.MAX_VALUE))))));
    }
    return cells;
  }

  private static StopRule stopRule(Stop stop, Problem problem) {
    Optional<StopRule.Region> region =
        stop.stayInDomain() ? Optional.of(Regions.box(problem.domain())) : Optional.empty();
    return new StopRule(stop.gradientTolerance(), stop.maxSteps(), stop.divergenceRadius(), region);
  }
}
