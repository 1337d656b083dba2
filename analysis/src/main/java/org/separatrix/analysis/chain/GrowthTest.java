package org.separatrix.analysis.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.hipparchus.distribution.continuous.TDistribution;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.Status;

/**
 * Decides whether times grow exponentially or polynomially with the dimension.
 *
 * <p>In T = C d^p e^(b d) the chain says b = ln(1 + kappa), a polynomial b = 0. The exponential law
 * is rejected where b is below half of ln(1 + kappa) by more than Student's t allows, the
 * polynomial one where it is above.
 *
 * @param family the times
 * @param law what the method is held against
 * @param declared whether the study says so
 * @param kappa of the chain, if it is known
 */
record GrowthTest(Family family, Law law, boolean declared, OptionalDouble kappa) {
  /** The other law must be as improbable as this, or the data do not tell. */
  private static final double UNDECIDED = 0.01;

  /** How times grow with the dimension. */
  enum Law {
    EXPONENTIAL,
    POLYNOMIAL
  }

  private Prediction prediction() {
    return law == Law.EXPONENTIAL ? ExponentialTime.EXPONENTIAL : ExponentialTime.POLYNOMIAL;
  }

  /** Returns the finding. */
  Finding finding() {
    List<Hypothesis> hypotheses = hypotheses();
    List<ArrivalTimes> times = family.complete();
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return finding(
          Verdict.HYPOTHESES_NOT_MET, hypotheses, Map.of(), Map.of(), "no law of growth to test");
    }
    if (times.size() < GrowthFit.FEWEST) {
      return finding(
          Verdict.INCONCLUSIVE,
          hypotheses,
          Map.of(),
          Map.of(),
          "all runs arrive in %d dimensions: at least %d are needed to tell a power from an exponential"
              .formatted(times.size(), GrowthFit.FEWEST));
    }
    GrowthFit fit = GrowthFit.of(times);
    double expected = Math.log1p(kappa.getAsDouble());
    double deviation = (fit.rate() - expected / 2) / fit.rateError();
    TDistribution student = new TDistribution(fit.degreesOfFreedom());
    double limit = Math.max(-1e100, Math.min(1e100, deviation));
    double exponential = student.cumulativeProbability(limit);
    double polynomial = student.cumulativeProbability(-limit);
    double own = law == Law.EXPONENTIAL ? exponential : polynomial;
    double other = law == Law.EXPONENTIAL ? polynomial : exponential;
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("rate", law == Law.EXPONENTIAL ? expected : 0);
    predicted.put("deciding-rate", expected / 2);
    return finding(
            other < UNDECIDED ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE,
            hypotheses,
            predicted,
            observed(fit, times),
            detail(fit, times, expected))
        .testedBy(Significance.of(own));
  }

  private List<Hypothesis> hypotheses() {
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(
        new Hypothesis(
            "objectives that differ in their dimension alone", Status.DECLARED, family.name()));
    boolean deterministic = family.largest().optimizer().isDeterministic();
    hypotheses.add(
        new Hypothesis(
            "method of this law",
            Status.DECLARED,
            declared ? "the study says so" : deterministic ? "without noise" : "with noise"));
    hypotheses.add(
        new Hypothesis(
            "saddles attract and repel: kappa > 0",
            kappa.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
            kappa.isPresent()
                ? "kappa = " + Numbers.number(kappa.getAsDouble())
                : "no saddle with both, or no method of the study with a linearization"));
    int lost = family.sum(ArrivalTimes::lost);
    int extended = family.sum(ArrivalTimes::extended);
    if (lost > 0) {
      hypotheses.add(
          new Hypothesis(
              ChainHypotheses.RANGE,
              extended == lost ? Status.CERTIFIED : Status.VIOLATED,
              extended == lost
                  ? Numbers.plural(lost, "run")
                      + " lost in doubles, followed with unbounded exponents"
                  : Numbers.plural(lost, "run") + " lost by underflow"));
    }
    return hypotheses;
  }

  private static Map<String, Double> observed(GrowthFit fit, List<ArrivalTimes> times) {
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("rate", fit.rate());
    observed.put("rate-error", fit.rateError());
    double quantile = new TDistribution(times.size() - 2.0).inverseCumulativeProbability(0.975);
    put(observed, "exponential-rate", fit.exponential(), quantile);
    put(observed, "power", fit.power(), quantile);
    for (ArrivalTimes time : times) {
      observed.put("steps-" + time.dimension(), time.mean());
    }
    return observed;
  }

  private static void put(
      Map<String, Double> observed, String name, GrowthFit.Line line, double quantile) {
    observed.put(name, line.slope());
    observed.put(name + "-low", line.slope() - quantile * line.error());
    observed.put(name + "-high", line.slope() + quantile * line.error());
    observed.put(name + "-residual", line.residual());
  }

  private String detail(GrowthFit fit, List<ArrivalTimes> times, double expected) {
    ArrivalTimes first = times.get(0);
    ArrivalTimes last = times.get(times.size() - 1);
    return "%s steps in %d to %s in %d dimensions; T ~ d^p e^(b d) with b = %s +- %s, chain %s; residual %s of e^(b d), %s of d^p%s"
        .formatted(
            Numbers.number(first.mean()),
            first.dimension(),
            Numbers.number(last.mean()),
            last.dimension(),
            Numbers.number(fit.rate(), 3),
            Numbers.number(fit.rateError(), 2),
            Numbers.number(expected, 3),
            Numbers.number(fit.exponential().residual(), 2),
            Numbers.number(fit.power().residual(), 2),
            lost());
  }

  private String lost() {
    int lost = family.sum(ArrivalTimes::lost);
    int first =
        family.times().stream()
            .filter(time -> time.lost() > 0)
            .mapToInt(ArrivalTimes::dimension)
            .min()
            .orElse(0);
    return lost == 0 ? "" : "; from d = %d on doubles underflow and never arrive".formatted(first);
  }

  private Finding finding(
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return new Finding(
        prediction().id(),
        family.largest().problem().name(),
        Optional.of(family.largest().id()),
        Optional.empty(),
        verdict,
        hypotheses,
        predicted,
        observed,
        detail);
  }
}
