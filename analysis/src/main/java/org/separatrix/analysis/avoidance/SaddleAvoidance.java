package org.separatrix.analysis.avoidance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hipparchus.special.Beta;
import org.separatrix.analysis.hypothesis.AbsolutelyContinuousStart;
import org.separatrix.analysis.hypothesis.CertifiedLimits;
import org.separatrix.analysis.hypothesis.KnownLipschitzRegion;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.hypothesis.LocalDiffeomorphism;
import org.separatrix.analysis.hypothesis.RoundedApproach;
import org.separatrix.analysis.hypothesis.StrictPoint;
import org.separatrix.analysis.hypothesis.TransversalStart;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.linalg.LinearizedSpectrum;
import org.separatrix.core.statistics.ClopperPearson;

/**
 * Tests that random starts do not end at a strict saddle: P(lim x_k = x*) = 0.
 *
 * <p>No number of runs proves a probability of zero. The finding gives the exact upper bound of
 * Clopper and Pearson in the worst case. Where fates are certified, every run counts as a hit that
 * is not proven to go to a minimum or to infinity; else, every unresolved one. Hits contradict the
 * prediction when they are too many for a probability of 10^-12 per run, which is left for starts
 * that double precision cannot tell from the stable manifold.
 */
public final class SaddleAvoidance implements Analyzer {
  private static final String ID = "saddle-avoidance";
  private static final String OWN_THEOREM = "a theorem on the method";
  private static final double ALLOWANCE = 1e-12;
  private static final double TOLERATED_UNRESOLVED = 0.01;

  private final double confidence;

  /**
   * Creates the analyzer.
   *
   * @param config the confidence
   */
  public SaddleAvoidance(Config config) {
    confidence = config.confidence();
  }

  /**
   * Configuration of the analyzer.
   *
   * @param confidence one-sided confidence of the upper bound
   */
  @Doc(
      value = "Tests that random starts do not end at strict saddles.",
      example = "{type: saddle-avoidance, confidence: 0.99}")
  public record Config(
      @Doc(
              value = "One-sided confidence of the upper bound of the probability.",
              defaultValue = "0.95")
          double confidence) {
    /** Checks the confidence. */
    public Config {
      if (!(confidence > 0 && confidence < 1)) {
        throw new IllegalArgumentException(
            "confidence is " + confidence + ": it must lie between 0 and 1");
      }
    }
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(
        new Prediction(
            ID,
            "From an absolutely continuous start, with alpha < 1/L, P(lim x_k = x*) = 0 for every"
                + " critical point x* whose Hessian has a negative eigenvalue.",
            "Lee, Simchowitz, Jordan and Recht (COLT 2016), Theorem 4.1; Panageas and Piliouras"
                + " (2016) for invariant regions; O'Neill and Wright (2017) for heavy ball; Musat"
                + " and Boumal (2025) for backtracking; Antonakopoulos, Mertikopoulos, Piliouras and"
                + " Wang (2022) for AdaGrad",
            List.of(
                "alpha < 1/L, or another proof that the update is a local diffeomorphism",
                "L is known where the runs go: on all of R^d or on a region that they do not leave",
                "the start is absolutely continuous",
                "a known linearization",
                "or, instead of these but the start, a theorem that the method declares",
                "x* has a negative eigenvalue",
                "runs are certified not to end at x*, where that was tried",
                "rounding does not put runs onto the stable manifold, where some end at x*"),
            "the number of runs that end at x*, of all runs of the cell, and the exact upper bound"
                + " of the probability",
            "contradicted if so many hits, at a probability of 1e-12 per run, have a p-value below"
                + " 1e-6 after Holm's correction over all tests of the study; inconclusive with any"
                + " hit or too many unresolved runs",
            "More runs at x* than a probability of 1e-12 per run allows."));
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    for (CellResult cell : result.cells()) {
      List<CriticalPoint> strict =
          result.census(cell.problem().name()).points().stream()
              .filter(point -> point.kind().isStrict())
              .toList();
      if (!strict.isEmpty()) {
        List<Hypothesis> ofCell = hypotheses(cell, laboratory);
        for (CriticalPoint point : strict) {
          List<Hypothesis> all = new ArrayList<>(ofCell);
          all.addAll(hypotheses(cell, point, laboratory));
          if (cell.runsTo(point.id()) > 0
              && cell.optimizer().isDeterministic()
              && all.stream().noneMatch(Hypothesis::isViolated)) {
            all.add(RoundedApproach.check(cell, point, laboratory));
          }
          findings.add(finding(cell, point, all));
        }
      }
    }
    return Analysis.of(findings);
  }

  private static List<Hypothesis> hypotheses(CellResult cell, Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    Optional<String> theorem = cell.optimizer().avoidanceTheorem();
    if (theorem.isPresent()) {
      hypotheses.add(new Hypothesis(OWN_THEOREM, Status.DECLARED, theorem.get()));
    } else {
      hypotheses.add(LocalDiffeomorphism.check(cell.problem(), cell.optimizer(), laboratory));
      if (!LocalDiffeomorphism.needsNoBound(cell.optimizer())) {
        hypotheses.add(KnownLipschitzRegion.check(cell, laboratory));
      }
    }
    hypotheses.add(AbsolutelyContinuousStart.check(cell.start()));
    cell.certificate().map(each -> CertifiedLimits.check(each, cell)).ifPresent(hypotheses::add);
    return hypotheses;
  }

  private static List<Hypothesis> hypotheses(
      CellResult cell, CriticalPoint point, Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    Optimizer optimizer = cell.optimizer();
    boolean isOneMap = optimizer.avoidanceTheorem().isEmpty();
    if (isOneMap) {
      hypotheses.add(LinearizedMethod.check(cell.problem(), optimizer, point, laboratory));
    }
    hypotheses.add(StrictPoint.check(point));
    if (isOneMap) {
      TransversalStart.check(cell.problem(), optimizer, point, laboratory)
          .ifPresent(hypotheses::add);
    }
    return hypotheses;
  }

  private Finding finding(CellResult cell, CriticalPoint point, List<Hypothesis> hypotheses) {
    long hits = cell.runsTo(point.id());
    OptionalLong undecided = CertifiedLimits.undecided(cell);
    long worst = Math.max(hits, undecided.orElse(hits + cell.unresolved()));
    double upper = ClopperPearson.upper(worst, cell.runs(), confidence);
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("runs", (double) cell.runs());
    observed.put("hits", (double) hits);
    observed.put("unresolved", (double) cell.unresolved());
    undecided.ifPresent(runs -> observed.put("undecided", (double) runs));
    observed.put("upper", upper);
    observed.put("confidence", confidence);
    Verdict verdict = verdict(cell, hits, hypotheses);
    Significance test = Significance.of(atLeast(hits, cell.runs()));
    StringBuilder detail = new StringBuilder(Numbers.count(hits));
    detail.append(" of ").append(Numbers.count(cell.runs())).append(" runs");
    if (cell.unresolved() > 0) {
      detail.append(", ").append(Numbers.count(cell.unresolved())).append(" unresolved");
    }
    if (undecided.orElse(0) > 0) {
      detail.append(", ").append(Numbers.count(undecided.getAsLong())).append(" not certified");
    }
    detail.append(
        ", P <= %s (%s)".formatted(Numbers.upperBound(upper), Numbers.percent(confidence)));
    if (verdict == Verdict.INCONCLUSIVE && isShortOfSteps(cell)) {
      detail.append("; ").append(advice(cell, point));
    }
    return Finding.at(
            ID,
            cell,
            point,
            verdict,
            hypotheses,
            Map.of("probability", 0.0),
            observed,
            detail.toString())
        .testedBy(test);
  }

  private static Verdict verdict(CellResult cell, long hits, List<Hypothesis> hypotheses) {
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return Verdict.HYPOTHESES_NOT_MET;
    }
    return hits > 0 || isShortOfSteps(cell) ? Verdict.INCONCLUSIVE : Verdict.CONSISTENT;
  }

  /** Returns the probability of so many hits, or more, if each run hits with the allowance. */
  private static double atLeast(long hits, long runs) {
    return hits == 0 ? 1 : Beta.regularizedBeta(ALLOWANCE, (double) hits, runs - hits + 1.0);
  }

  private static boolean isShortOfSteps(CellResult cell) {
    return cell.unresolved() > TOLERATED_UNRESOLVED * cell.runs();
  }

  /**
   * Says how many steps the escape alone needs, if it was steps that runs had too few of: of n runs
   * fewer than 0.01 are still near the saddle after ln(100 n) / ln z steps, z being the factor of
   * escape.
   */
  private static String advice(CellResult cell, CriticalPoint point) {
    String share = Numbers.percent((double) cell.unresolved() / cell.runs()) + " unresolved: ";
    if (cell.unresolved() > 2 * cell.stoppedBy(Termination.BUDGET)) {
      return share + "most had enough steps, but their ends do not tell which point they go to";
    }
    double factor =
        cell.optimizer()
            .linearization()
            .map(map -> LinearizedSpectrum.of(map, point.eigenvalues()).escapeFactor())
            .orElse(1.0);
    if (!(factor > 1)) {
      return share + "raise max-steps above " + Numbers.count(cell.stop().maxSteps());
    }
    double steps = Math.ceil(Math.log(100.0 * cell.runs()) / Math.log(factor));
    return share
        + "leaving takes up to %s steps at factor %s, and arriving takes more; max-steps is %s"
            .formatted(
                Numbers.count((long) steps),
                Numbers.number(factor),
                Numbers.count(cell.stop().maxSteps()));
  }
}
