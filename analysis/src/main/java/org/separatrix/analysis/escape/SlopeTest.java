package org.separatrix.analysis.escape;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Verdict;

/** Tests that ln|distance| grows by ln z per step. */
final class SlopeTest {
  /** Accuracy that a verdict of agreement needs. */
  private static final double ACCURACY = 1e-4;

  private SlopeTest() {}

  static Finding run(Escape escape, Laboratory laboratory) {
    List<Hypothesis> hypotheses = escape.hypotheses();
    Map<String, Double> predicted = Map.of("slope", escape.growth().logarithm());
    String id = EscapeTime.RATE.id();
    if (Escape.isViolated(hypotheses)) {
      return escape.finding(
          id,
          Verdict.HYPOTHESES_NOT_MET,
          hypotheses,
          predicted,
          Map.of(),
          "no linear law to measure");
    }
    int maxSteps = escape.config().maxSteps();
    Optional<UnstableTraces> traces =
        UnstableTraces.measure(
            laboratory.map(escape.cell().problem(), escape.cell().optimizer()),
            escape.growth(),
            escape.regime().orElseThrow(),
            laboratory.random(escape.purpose(id)),
            maxSteps);
    if (traces.isEmpty()) {
      return escape.finding(
          id,
          Verdict.INCONCLUSIVE,
          hypotheses,
          predicted,
          Map.of(),
          "a run did not pass the linear regime in %s steps, or in too few for a line"
              .formatted(Numbers.count(maxSteps)));
    }
    return compare(escape, hypotheses, predicted, traces.get());
  }

  private static Finding compare(
      Escape escape,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      UnstableTraces traces) {
    double logarithm = escape.growth().logarithm();
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("slope", traces.slope());
    observed.put("uncertainty", traces.uncertainty());
    observed.put("runs", (double) traces.runs());
    return escape.finding(
        EscapeTime.RATE.id(),
        verdict(Math.abs(traces.slope() - logarithm), traces.uncertainty()),
        hypotheses,
        predicted,
        observed,
        "ln|distance| grows by %s per step, ln z = %s (%d runs of at least %d steps, +-%s)"
            .formatted(
                Numbers.number(traces.slope(), 6),
                Numbers.number(logarithm, 6),
                traces.runs(),
                traces.points(),
                Numbers.number(traces.uncertainty(), 2)));
  }

  private static Verdict verdict(double difference, double uncertainty) {
    if (difference > uncertainty) {
      return Verdict.CONTRADICTED;
    }
    return uncertainty <= ACCURACY ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }
}
