package org.separatrix.analysis.continuum;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.plugin.Doc;

/** Tests what is predicted where critical points are not isolated. */
public final class NonIsolated implements Analyzer {
  static final Prediction SADDLES =
      new Prediction(
          "non-isolated-saddles",
          "where strict saddles fill a continuum, uncountably many, an absolutely continuous start"
              + " still has P(limit is a strict saddle) = 0, together for all of them",
          "Panageas and Piliouras (2016), Theorem 2: a countable cover by the center-stable"
              + " manifolds of neighbourhoods",
          List.of(
              "strict saddles that are not isolated",
              "alpha < 1/L, or another proof that the update is a local diffeomorphism, where the"
                  + " runs go",
              "the start is absolutely continuous",
              "a known linearization"),
          "the number of runs that stand at a critical point with a negative eigenvalue after so"
              + " many steps that even a component of the size of a rounding error has left",
          "contradicted by one such run: a start in the strip that has not left by then has a"
              + " probability below 1e-18 per unit of density; inconclusive if the steps do not"
              + " suffice for that, or if runs from starts beside theirs stay as well, but leave"
              + " when they are moved at their ends",
          "a run that stays at a strict saddle");

  static final Prediction SHARPNESS =
      new Prediction(
          "sharpness-limit",
          "where minima fill a continuum, almost every run that converges ends at one whose"
              + " sharpness lambda_max(H) is at most the largest lambda up to which every eigenvalue"
              + " of A + lambda B C stays in the unit disk: 2/alpha for gradient descent, 2 (1 +"
              + " beta)/alpha for heavy ball",
          "linear stability of minima: Ostrowski's theorem; Wu, Ma and E, NeurIPS 2018; the"
              + " center-stable manifold of a minimum that is too sharp is a null set as a saddle's",
          List.of(
              "minima that are not isolated",
              "the method iterates a map with a known linearization",
              "the start is absolutely continuous"),
          "the sharpness at the ends of all runs of an ensemble that converge, beside that of the"
              + " same starts with a tenth of the step",
          "contradicted by one end whose sharpness exceeds the limit by more than it can change over"
              + " the distance that is left to the minimum; no random numbers decide",
          "a run that converges to a sharper minimum");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public NonIsolated(Config config) {
    this.config = config;
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(SADDLES, SHARPNESS);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Analysis> parts = new ArrayList<>();
    for (CellResult cell : result.cells()) {
      Census census = result.census(cell.problem().name());
      parts.add(Analysis.of(List.of(new SaddlesTest(config, cell, census).run(laboratory))));
      parts.add(new SharpnessTest(config, cell, census).run(laboratory));
    }
    return Analysis.concatenation(parts);
  }

  /**
   * Configuration of {@link NonIsolated}.
   *
   * @param runs number of runs of each ensemble
   * @param maxSteps most steps of a run
   */
  @Doc(
      value = "Tests avoidance and sharpness where saddles or minima are not isolated.",
      example = "{type: non-isolated, runs: 20000}")
  public record Config(
      @Doc(value = "Number of runs of each ensemble.", defaultValue = "5000") int runs,
      @Doc(value = "Most steps of a run.", defaultValue = "20000") int maxSteps) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(5000, 20_000);

    /** Checks the numbers. */
    public Config {
      if (runs < 100) {
        throw new IllegalArgumentException("runs is " + runs + ": it must be at least 100");
      }
      if (maxSteps < 10) {
        throw new IllegalArgumentException("max-steps is " + maxSteps + ": it must be at least 10");
      }
    }
  }
}
