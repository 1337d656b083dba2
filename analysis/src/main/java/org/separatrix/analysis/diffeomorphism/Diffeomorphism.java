package org.separatrix.analysis.diffeomorphism;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.api.plugin.Doc;

/**
 * Tests whether the map of each method is a local diffeomorphism and injective on the domain: the
 * step in the proof of saddle avoidance that needs alpha &lt; 1/L.
 *
 * <p>What is predicted follows from A, B, C and the eigenvalues that the Hessian has on the domain;
 * what is observed, from the step itself, its differences and its images. Beyond the limit two
 * points with the same image are looked for, and proven. Of a method that only declares a
 * linearization, nothing is known but at critical points, so it is tested there.
 */
public final class Diffeomorphism implements Analyzer {
  private final int pairs;

  /**
   * Creates the analyzer.
   *
   * @param config the number of pairs
   */
  public Diffeomorphism(Config config) {
    pairs = config.pairs();
  }

  /**
   * Configuration of the analyzer.
   *
   * @param pairs number of random pairs of points
   */
  @Doc(
      value =
          "Whether the map of each method is a local diffeomorphism and injective on the domain;"
              + " beyond 1/L, two points with the same image.",
      example = "{type: diffeomorphism, pairs: 5000}")
  public record Config(
      @Doc(
              value =
                  "Number of random pairs of points whose distance is compared with that of"
                      + " their images.",
              defaultValue = "1000")
          int pairs) {
    /** Checks the number. */
    public Config {
      if (pairs < 1) {
        throw new IllegalArgumentException("pairs is " + pairs + ": it must be at least 1");
      }
    }
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(DeterminantFinding.PREDICTION, InjectivityFinding.PREDICTION);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    Map<String, Optional<EigenvalueRange>> ranges = new HashMap<>();
    for (CellResult cell : result.methods()) {
      if (cell.optimizer() instanceof LinearMethod method) {
        Optional<EigenvalueRange> range =
            ranges.computeIfAbsent(
                cell.problem().name(), name -> EigenvalueRange.of(cell.problem()));
        findings.addAll(findings(cell, method, PredictedMap.of(method, range), laboratory));
      } else {
        findings.add(
            DeclaredDeterminant.finding(cell, result.census(cell.problem().name()), laboratory));
      }
    }
    return Analysis.of(findings);
  }

  private List<Finding> findings(
      CellResult cell, LinearMethod method, PredictedMap predicted, Laboratory laboratory) {
    MeasuredMap measured = MeasuredMap.of(cell, method, predicted.stretch(), pairs, laboratory);
    return List.of(
        DeterminantFinding.of(cell, predicted, measured.jacobians()),
        InjectivityFinding.of(cell, method, predicted, measured));
  }
}
