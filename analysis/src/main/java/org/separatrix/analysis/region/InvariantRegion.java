package org.separatrix.analysis.region;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.plugin.Doc;

/** Holds what is proven of the domain's invariance, and which starts diverge, against runs. */
public final class InvariantRegion implements Analyzer {
  static final Prediction INVARIANCE =
      new Prediction(
          "invariant-region",
          "if a step maps the domain into itself, no run that starts in it leaves it; if not, some"
              + " state in it has its image outside; with B scaled down to the largest proven step"
              + " it is invariant",
          "Panageas and Piliouras (2016), Theorem 3: forward-invariant regions instead of a global"
              + " Lipschitz constant; Lee et al.'s function is invariant on |y| <= 2 up to 2/3",
          List.of(
              "the method is given by A, B and C",
              "enclosures of the gradient on the domain are known"),
          "the number of runs from the domain that leave it, at the method's own step and at the"
              + " largest for which invariance is proven; the image of the state that is proven to"
              + " leave; for gradient descent the smallest step at which a sampled point leaves",
          "contradicted by one run that leaves an invariant domain, by a proven state that does not"
              + " leave, or by a sampled point that leaves at a smaller step than the proven one; no"
              + " tolerance but the rounding of one step",
          "a run that leaves a domain proven to be invariant, or a state that stays against a proof");

  static final Prediction DIVERGENCE =
      new Prediction(
          "diverging-share",
          "if every partial derivative depends on its own coordinate alone, gradient descent"
              + " diverges from x_0 exactly if a coordinate starts outside of the interval that its"
              + " own map keeps bounded, whose ends are fixed points, 2-cycles, or go to each"
              + " other: |y| < sqrt((2 + alpha)/alpha) for x^2/2 + y^4/4 - y^2/2",
          "Panageas and Piliouras (2016), Section 4; the interval follows from T(y) = y - alpha"
              + " f'(y) in one dimension",
          List.of(
              "the method is a gradient step",
              "each partial derivative depends on its own coordinate alone",
              "the bounded starts of each coordinate are an interval",
              "bounded starts settle"),
          "for each run of an ensemble from the cell's start, whether it diverged",
          "contradicted by one run that diverges from inside, or stays bounded from outside although"
              + " its own coordinate's map diverges in half of the steps; no random numbers decide",
          "a run with another fate than its coordinates'");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public InvariantRegion(Config config) {
    this.config = config;
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(INVARIANCE, DIVERGENCE);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Analysis> parts = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      parts.add(Analysis.of(List.of(new InvarianceTest(config, cell).run(laboratory))));
    }
    for (CellResult cell : result.cells()) {
      parts.add(new DivergenceTest(config, cell).run(laboratory));
    }
    return Analysis.concatenation(parts);
  }

  /**
   * Configuration of {@link InvariantRegion}.
   *
   * @param runs number of runs of each ensemble
   * @param maxSteps most steps of a run
   */
  @Doc(
      value =
          "Holds the proven invariance of the domain, and the starts that diverge, against runs.",
      example = "{type: invariant-region, runs: 100000}")
  public record Config(
      @Doc(value = "Number of runs of each ensemble.", defaultValue = "20000") int runs,
      @Doc(value = "Most steps of a run.", defaultValue = "2000") int maxSteps) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(20_000, 2000);

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
