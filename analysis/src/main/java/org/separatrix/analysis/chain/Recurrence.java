package org.separatrix.analysis.chain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.rate.IteratedMap;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;

/**
 * Holds the steps at which a run passes the saddles of a chain against the law of waiting times.
 *
 * @param cell the cell, from whose first start the run goes
 * @param method its method, with a linearization
 * @param chain what it passed
 * @param hypotheses whether the law's conditions hold
 */
record Recurrence(CellResult cell, IteratedMap method, Chain chain, List<Hypothesis> hypotheses) {

  /** Follows the run; empty if the objective has no strict saddle that could be passed. */
  static Optional<Recurrence> measure(
      CellResult cell, Census census, long maxSteps, Laboratory laboratory) {
    IteratedMap method = IteratedMap.of(cell.optimizer());
    boolean strict = census.points().stream().anyMatch(point -> point.kind().isStrict());
    if (!method.isUsable() || !strict) {
      return Optional.empty();
    }
    String purpose = ExponentialTime.RECURRENCE.id() + "/" + cell.id();
    double[] start =
        laboratory
            .run(
                purpose,
                cell.problem(),
                cell.optimizer(),
                cell.start(),
                1,
                new StopRule(-1, 0, Double.POSITIVE_INFINITY, Optional.empty()))
            .startOf(0);
    Walk walk = Walk.start(cell.problem(), cell.optimizer(), start, laboratory);
    Chain chain = Chain.follow(walk, census.points(), maxSteps);
    List<Hypothesis> hypotheses =
        new ChainHypotheses(cell.problem(), chain, laboratory).check(method, walk.isExtended());
    return Optional.of(new Recurrence(cell, method, chain, hypotheses));
  }

  /** Tells whether the law can be tested. */
  boolean isTestable() {
    return hypotheses.stream().noneMatch(Hypothesis::isViolated);
  }

  /** Returns the law; its conditions must hold. */
  WaitingTimes law() {
    return new WaitingTimes(chain, method.linearization().orElseThrow());
  }

  /** Returns the finding. */
  Finding finding() {
    Map<String, Double> observed = new LinkedHashMap<>();
    for (int k = 1; k <= chain.passed(); k++) {
      observed.put("passage-" + k, (double) chain.passage(k));
    }
    chain.underflow().ifPresent(step -> observed.put("underflow-of-doubles", (double) step));
    if (!isTestable()) {
      return finding(
          Verdict.HYPOTHESES_NOT_MET,
          Map.of(),
          observed,
          "the chain has no law of waiting times to hold this run against");
    }
    WaitingTimes law = law();
    int m = chain.passed();
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("kappa", law.kappa());
    predicted.put("growth-factor", 1 + law.kappa());
    int outside = 0;
    for (int k = 1; k <= m; k++) {
      WaitingTimes.Bounds bounds = law.predicted(k);
      predicted.put("least-wait-" + k, bounds.low());
      predicted.put("most-wait-" + k, bounds.high());
      observed.put("wait-" + k, (double) law.measured(k));
      outside += bounds.contains((double) law.measured(k)) ? 0 : 1;
    }
    double factor = chain.passage(m) / (double) chain.passage(m - 1);
    observed.put("growth-factor", factor);
    return finding(
        outside == 0 ? Verdict.CONSISTENT : Verdict.CONTRADICTED,
        predicted,
        observed,
        "saddles passed at steps %s; %d of %d waits within their bounds; last factor %s, tends to 1 + kappa = %s%s"
            .formatted(
                steps(),
                m - outside,
                m,
                Numbers.number(factor),
                Numbers.number(1 + law.kappa()),
                lost()));
  }

  private String steps() {
    StringBuilder text = new StringBuilder();
    for (int k = 1; k <= chain.passed(); k++) {
      text.append(k == 1 ? "" : ", ").append(chain.passage(k));
    }
    return text.toString();
  }

  private String lost() {
    return chain.underflow().isEmpty()
        ? ""
        : "; doubles underflow at step " + Numbers.count(chain.underflow().getAsLong());
  }

  private Finding finding(
      Verdict verdict, Map<String, Double> predicted, Map<String, Double> observed, String detail) {
    return new Finding(
        ExponentialTime.RECURRENCE.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        Optional.empty(),
        verdict,
        hypotheses,
        predicted,
        observed,
        detail);
  }
}
