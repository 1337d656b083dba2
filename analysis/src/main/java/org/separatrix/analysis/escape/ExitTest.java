package org.separatrix.analysis.escape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.linearization.PositionResponse;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;

/**
 * Tests the distribution of the steps at which runs leave a saddle against the exact law.
 *
 * @param escape the saddle and the method
 * @param hypotheses whether the law's conditions hold
 * @param experiment what was predicted and measured; empty if nothing was
 * @param reason why nothing was
 */
record ExitTest(
    Escape escape, List<Hypothesis> hypotheses, Optional<Experiment> experiment, String reason) {
  /** Expected number of runs that are left when the experiment ends. */
  private static final double LEFT_OVER = 1e-3;

  /** Runs the ensemble. */
  static ExitTest run(Escape escape, Laboratory laboratory) {
    List<Hypothesis> hypotheses = escape.hypotheses();
    Optional<PositionResponse> response = escape.growth().unstable().response();
    if (response.isEmpty()) {
      hypotheses.add(
          new Hypothesis(
              "response of the position known",
              Status.VIOLATED,
              "the linearization has several rows, and the method is not given by A, B and C"));
    }
    if (response.isEmpty() || Escape.isViolated(hypotheses)) {
      return new ExitTest(escape, hypotheses, Optional.empty(), "no linear law to measure");
    }
    EscapeTime.Config config = escape.config();
    EscapeLaw law =
        new EscapeLaw(
            response.get(), 1 / config.sigmaRatio(), LEFT_OVER / config.runs(), config.maxSteps());
    if (!law.isComplete()) {
      String reason =
          "by the law a share of %s of the runs takes more than %s steps; raise max-steps"
              .formatted(
                  Numbers.number(law.survival(law.lastStep()), 2),
                  Numbers.count(config.maxSteps()));
      return new ExitTest(escape, hypotheses, Optional.empty(), reason);
    }
    ExitTimes exits = exits(escape, law.lastStep(), laboratory);
    Experiment experiment = new Experiment(law, exits, exits.against(law));
    Optional<String> obstacle = exits.obstacle(experiment.test());
    return new ExitTest(
        escape,
        hypotheses,
        obstacle.isEmpty() ? Optional.of(experiment) : Optional.empty(),
        obstacle.orElse(""));
  }

  private static ExitTimes exits(Escape escape, int lastStep, Laboratory laboratory) {
    double radius = escape.regime().orElseThrow().radius();
    UnstableLine line =
        new UnstableLine(
            escape.point().x(),
            escape.growth().direction(),
            radius,
            escape.config().sigmaRatio() * radius);
    Runs runs =
        laboratory.run(
            escape.purpose(EscapeTime.TIME.id()),
            escape.cell().problem(),
            escape.cell().optimizer(),
            line,
            escape.config().runs(),
            new StopRule(-1, lastStep, Double.POSITIVE_INFINITY, Optional.of(line)));
    return ExitTimes.of(runs, lastStep);
  }

  /** Returns the finding. */
  Finding finding() {
    if (experiment.isEmpty()) {
      Verdict verdict =
          Escape.isViolated(hypotheses) ? Verdict.HYPOTHESES_NOT_MET : Verdict.INCONCLUSIVE;
      return escape.finding(EscapeTime.TIME.id(), verdict, hypotheses, Map.of(), Map.of(), reason);
    }
    EscapeLaw law = experiment.get().law();
    ExitTimes exits = experiment.get().exits();
    ExitTimes.ChiSquared test = experiment.get().test();
    Map<String, Double> observed = new LinkedHashMap<>();
    exits.note(observed);
    observed.put("survivors", (double) exits.survivors());
    observed.put("chi-squared", test.statistic());
    observed.put("degrees-of-freedom", (double) test.degreesOfFreedom());
    return escape
        .finding(
            EscapeTime.TIME.id(),
            Verdict.CONSISTENT,
            hypotheses,
            predicted(law),
            observed,
            "%s, law %s +- %s; chi-squared %s on %d bins, p = %s"
                .formatted(
                    exits.text(),
                    Numbers.number(law.mean(), 5),
                    Numbers.number(law.standardDeviation()),
                    Numbers.number(test.statistic()),
                    test.degreesOfFreedom() + 1,
                    Numbers.number(test.pValue(), 2)))
        .testedBy(Significance.of(test.pValue()));
  }

  private static Map<String, Double> predicted(EscapeLaw law) {
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("mean", law.mean());
    predicted.put("standard-deviation", law.standardDeviation());
    return predicted;
  }

  /**
   * An ensemble and its law.
   *
   * @param law the law
   * @param exits the exits seen
   * @param test of these against the law
   */
  record Experiment(EscapeLaw law, ExitTimes exits, ExitTimes.ChiSquared test) {}
}
