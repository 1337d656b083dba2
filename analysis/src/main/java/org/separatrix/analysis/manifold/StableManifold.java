package org.separatrix.analysis.manifold;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.Optimizer;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.linalg.LinearizedSpectrum;

/**
 * Tests the dimension of the stable manifold of each method at each strict critical point; it has
 * one if it iterates one map.
 *
 * <p>Predicted from the method's linearization and the Hessian's eigenvalues, or, where it declares
 * none, from the eigenvalues of the step's Jacobian by differences; measured from the method's step
 * map alone, as the number of negative Lyapunov exponents at the fixed point. Then runs that start
 * beside the point along the measured directions must return or leave. Minima are left to the
 * prediction of the local rate, whose spectral radius answers the same question there.
 */
public final class StableManifold implements Analyzer {
  /** Configuration of the analyzer, which has no keys. */
  @Doc(
      value =
          "The dimension of the stable manifold at each strict saddle and maximum, predicted from"
              + " the method's linearization and measured on its map.",
      example = "stable-manifold")
  public record Config() {}

  /** The largest state space in which the dimension is measured. */
  static final int LARGEST = 200;

  private static final String ID = "stable-manifold";
  private static final String HYPERBOLIC = "hyperbolic: no |z| = 1";

  @Override
  public List<Prediction> predictions() {
    return List.of(
        new Prediction(
            ID,
            "The dimension of W^s(x*) in the space of states is the number of eigenvalues of A +"
                + " lambda_i B C inside the unit circle, over all eigenvalues lambda_i of the"
                + " Hessian; for gradient descent, the number of i with |1 - alpha lambda_i| < 1.",
            "Stable manifold theorem, Shub (1987), Theorem III.7; blocks after Lessard, Recht and"
                + " Packard (2016)",
            List.of("the method iterates one map with a known linearization", HYPERBOLIC),
            "the number of negative Lyapunov exponents of the map at the point, and whether runs"
                + " beside it return or leave along the measured directions",
            "contradicted if more exponents than predicted lie beyond their own error on the stable"
                + " or on the unstable side; no random numbers decide",
            "Another number of directions in which runs of the map itself return to the point."));
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      for (CriticalPoint point : result.census(cell.problem().name()).points()) {
        if (point.kind().isStrict()) {
          findings.add(finding(cell, point, laboratory));
        }
      }
    }
    return Analysis.of(findings);
  }

  private static Finding finding(CellResult cell, CriticalPoint point, Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    Optional<PointSpectrum> known =
        PointSpectrum.at(cell.problem(), cell.optimizer(), point, laboratory);
    hypotheses.add(iteratesOneMap(cell.optimizer(), known));
    Map<String, Double> predicted = new LinkedHashMap<>();
    Map<String, Double> observed = new LinkedHashMap<>();
    if (hypotheses.get(0).isViolated()) {
      return finding(cell, point, Verdict.HYPOTHESES_NOT_MET, hypotheses, predicted, observed, "");
    }
    LinearizedSpectrum spectrum = known.orElseThrow().spectrum();
    int center = spectrum.centerDimension();
    predicted.put("dimension", (double) spectrum.stableDimension());
    predicted.put("center", (double) center);
    predicted.put("unstable", (double) spectrum.unstableDimension());
    if (center > 0) {
      String detail =
          "%d on the unit circle, dim W^cs = %d"
              .formatted(center, spectrum.stableDimension() + center);
      hypotheses.add(new Hypothesis(HYPERBOLIC, Status.VIOLATED, detail));
      return finding(cell, point, Verdict.HYPOTHESES_NOT_MET, hypotheses, predicted, observed, "");
    }
    hypotheses.add(new Hypothesis(HYPERBOLIC, point.status(), "no eigenvalue on the unit circle"));
    Optional<MeasuredManifold> measured =
        MeasuredManifold.at(cell.problem(), cell.optimizer(), point, laboratory);
    if (measured.isEmpty()) {
      String detail =
          "not measured: the state space has more than %d dimensions".formatted(LARGEST);
      return finding(cell, point, Verdict.INCONCLUSIVE, hypotheses, predicted, observed, detail);
    }
    observed.put("dimension", (double) measured.get().stable());
    observed.put("undecided", (double) measured.get().undecided());
    observed.put("unstable", (double) measured.get().unstable());
    Verdict verdict = verdict(spectrum, measured.get());
    String detail =
        "dim W^s = %d predicted, %d measured of %d; %s"
            .formatted(
                spectrum.stableDimension(),
                measured.get().stable(),
                measured.get().dimension(),
                measured.get().describe());
    return finding(cell, point, verdict, hypotheses, predicted, observed, detail);
  }

  /** A method with noise has a stable manifold for none of its maps. */
  private static Hypothesis iteratesOneMap(Optimizer optimizer, Optional<PointSpectrum> known) {
    return optimizer.isDeterministic()
        ? LinearizedMethod.check(known)
        : new Hypothesis(LinearizedMethod.NAME, Status.VIOLATED, "the method draws random numbers");
  }

  /** Exponents beyond doubt on the wrong side refute; the runs must then bear the exponents out. */
  private static Verdict verdict(LinearizedSpectrum spectrum, MeasuredManifold measured) {
    if (measured.stable() > spectrum.stableDimension()
        || measured.unstable() > spectrum.unstableDimension()) {
      return Verdict.CONTRADICTED;
    }
    boolean clear =
        measured.undecided() == 0
            && measured.leaving() != Perturbation.Outcome.OTHERWISE
            && measured.returning() != Perturbation.Outcome.OTHERWISE;
    return clear ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }

  private static Finding finding(
      CellResult cell,
      CriticalPoint point,
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return Finding.at(
        ID,
        cell,
        point,
        verdict,
        hypotheses,
        predicted,
        observed,
        detail.isEmpty() ? "not measured at " + Numbers.point(point.x()) : detail);
  }
}
