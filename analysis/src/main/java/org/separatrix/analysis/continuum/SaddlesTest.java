package org.separatrix.analysis.continuum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.analysis.hypothesis.AbsolutelyContinuousStart;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.KnownLipschitzRegion;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.hypothesis.LocalDiffeomorphism;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;
import org.separatrix.core.linalg.LinearizedSpectrum;
import org.separatrix.core.statistics.ClopperPearson;

/** The test that no run ends on a continuum of strict saddles. */
record SaddlesTest(NonIsolated.Config config, CellResult cell, Census census) {
  /** Growth that takes a component of the size of a rounding error out of sight. */
  private static final double OUT_OF_SIGHT = 1e18;

  private static final double CONFIDENCE = 0.95;

  Finding run(Laboratory laboratory) {
    List<CriticalPoint> saddles = Continuum.points(census, point -> point.kind().isStrict());
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(Continuum.hypothesis("strict saddles that are not isolated", saddles));
    if (!saddles.isEmpty()) {
      hypotheses.addAll(others(saddles, laboratory));
    }
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return CellFinding.of(
          NonIsolated.SADDLES.id(),
          cell,
          Verdict.HYPOTHESES_NOT_MET,
          hypotheses,
          "nothing is predicted");
    }
    double factor = Double.POSITIVE_INFINITY;
    for (CriticalPoint saddle : saddles) {
      factor = Math.min(factor, escapeFactor(saddle, laboratory).orElse(1));
    }
    double needed = Math.ceil(Math.log(OUT_OF_SIGHT * config.runs()) / Math.log(factor));
    boolean enough = factor > 1 && needed <= config.maxSteps();
    int steps = enough ? (int) needed : config.maxSteps();
    int count = (int) Math.min(config.runs(), cell.start().count().orElse(config.runs()));
    StandingRuns test =
        new StandingRuns(
            cell,
            new StopRule(
                -1, steps, Math.min(1e12, cell.stop().divergenceRadius()), Optional.empty()),
            laboratory);
    Runs runs = test.run("", cell.start(), count);
    List<Integer> standing = test.standing(runs);
    boolean held = enough && !standing.isEmpty() && test.areHeld(runs, standing);
    return finding(hypotheses, standing.size(), count, steps, enough, held);
  }

  /** Noise adds to what the declared map does. */
  private OptionalDouble escapeFactor(CriticalPoint saddle, Laboratory laboratory) {
    Optional<LinearizedSpectrum> spectrum =
        cell.optimizer()
            .linearization()
            .map(declared -> LinearizedSpectrum.of(declared, saddle.eigenvalues()))
            .or(() -> measured(saddle, laboratory).map(PointSpectrum::spectrum));
    return spectrum.isPresent()
        ? OptionalDouble.of(spectrum.get().escapeFactor())
        : OptionalDouble.empty();
  }

  private Optional<PointSpectrum> measured(CriticalPoint saddle, Laboratory laboratory) {
    return PointSpectrum.at(cell.problem(), cell.optimizer(), saddle, laboratory);
  }

  private Hypothesis linearized(List<CriticalPoint> saddles, Laboratory laboratory) {
    CriticalPoint worst =
        saddles.stream()
            .filter(saddle -> escapeFactor(saddle, laboratory).isEmpty())
            .findFirst()
            .orElse(saddles.get(0));
    return LinearizedMethod.check(cell.problem(), cell.optimizer(), worst, laboratory);
  }

  private List<Hypothesis> others(List<CriticalPoint> saddles, Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    Optional<Problem> global = GlobalBound.of(cell.problem());
    hypotheses.add(
        LocalDiffeomorphism.check(global.orElse(cell.problem()), cell.optimizer(), laboratory));
    if (global.isPresent()) {
      hypotheses.add(
          new Hypothesis(KnownLipschitzRegion.NAME, Status.CERTIFIED, "L is proven on all of R^d"));
    } else if (!LocalDiffeomorphism.needsNoBound(cell.optimizer())) {
      hypotheses.add(KnownLipschitzRegion.check(cell, laboratory));
    }
    hypotheses.add(AbsolutelyContinuousStart.check(cell.start()));
    hypotheses.add(linearized(saddles, laboratory));
    return hypotheses;
  }

  private Finding finding(
      List<Hypothesis> hypotheses, long hits, int count, int steps, boolean enough, boolean held) {
    double upper = ClopperPearson.upper(hits, count, CONFIDENCE);
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("runs", (double) count);
    observed.put("hits", (double) hits);
    observed.put("upper", upper);
    observed.put("confidence", CONFIDENCE);
    observed.put("steps", (double) steps);
    String detail =
        "%s of %s runs stand at a strict saddle after %s steps, P <= %s (95%%)%s"
            .formatted(
                Numbers.count(hits),
                Numbers.count(count),
                Numbers.count(steps),
                Numbers.upperBound(upper),
                remark(enough, held));
    Verdict verdict = Verdict.INCONCLUSIVE;
    if (enough && !held) {
      verdict = hits == 0 ? Verdict.CONSISTENT : Verdict.CONTRADICTED;
    }
    return CellFinding.of(
        NonIsolated.SADDLES.id(),
        cell,
        verdict,
        hypotheses,
        Map.of("probability", 0.0),
        observed,
        detail);
  }

  private static String remark(boolean enough, boolean held) {
    if (held) {
      return "; what would lead them away has shrunk on their way, and they leave when moved";
    }
    return enough ? "" : "; too few steps to leave, raise max-steps";
  }
}
