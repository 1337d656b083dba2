package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.objective.Status;
import org.separatrix.api.plugin.Doc;

/**
 * Draws the basins of attraction of each method on a slice of starts, and holds their boundary
 * against the stable manifolds of the saddles.
 *
 * <p>Shares of a raster are a quadrature of areas, not a sample: their error is at most the share
 * of pixels on the boundary, and no confidence interval applies to them.
 */
public final class Basins implements Analyzer {
  static final Prediction BOUNDARY =
      new Prediction(
          "basin-boundary",
          "the boundary between the basins of minima consists of stable manifolds W^s of strict"
              + " saddles, those of the method's own map: on a raster they lie within one pixel of"
              + " each other",
          "for gradient-like maps, Smale, Bull. Amer. Math. Soc. 73 (1967); the parameterization"
              + " method for W^s, Cabre, Fontich and de la Llave, J. Differential Equations 218"
              + " (2005); measures of basins as in Attractors.jl, Datseris and Wagemakers, Chaos 32"
              + " (2022)",
          List.of(
              "the method is given by A, B and C on a formula",
              "every start of the slice goes to a minimum",
              "all critical points are known",
              "runs from the boundary go to critical points, as they do if f decreases along them"),
          "the distance in pixels of every pair of neighbouring pixels with different limits from"
              + " the curves of starts that go to saddles, and of these curves from the boundary"
              + " where they border two basins; curves are grown from the saddles, and from places"
              + " on the boundary that none of these explains",
          "consistent if both are at most one pixel; contradicted if two starts that are neighbours"
              + " in double precision have different limits though their runs pass by every critical"
              + " point other than minima; no random numbers decide",
          "a boundary from which runs do not go to a saddle");

  static final Prediction SEPARATION =
      new Prediction(
          "manifold-separates",
          "starts on either side of W^s go where the two branches of the unstable manifold W^u of"
              + " its saddle go",
          "inclination lemma, Palis, Topology 8 (1969); Shub, Global Stability of Dynamical Systems"
              + " (1987)",
          List.of(
              "the method is given by A, B and C on a formula",
              "the saddle has one unstable direction"),
          "the limits of pairs of starts on the two sides of points of W^s, and of the two starts"
              + " beside the saddle along its unstable direction; four pairs at each point, offset so"
              + " that to first order they pass the saddle so closely that they leave it as close to"
              + " W^u as those two, and down to a thousandth of that",
          "contradicted if any pair has other limits than these two, but those that pass closer than"
              + " the error of the curve and rounding in every step may take them, whose sides are"
              + " not known; inconclusive if there are only such pairs, or a limit is no minimum; no"
              + " random numbers decide",
          "two starts beside W^s with other limits than those beside the saddle");

  static final Prediction SMOOTHNESS =
      new Prediction(
          "basin-smoothness",
          "below 1/L the boundary between basins is smooth wherever it is a stable manifold: its"
              + " box-counting dimension on a planar slice and its uncertainty exponent are 1, and"
              + " its basin entropy is below ln 2",
          "stable manifold theorem, Shub (1987); uncertainty exponent, McDonald, Grebogi, Ott and"
              + " Yorke, Physica D 17 (1985); basin entropy, Daza, Wagemakers, Georgeot,"
              + " Guery-Odelin and Sanjuan, Sci. Rep. 6 (2016)",
          List.of(
              "the method iterates one map",
              "the update is a local diffeomorphism",
              "every start of the slice goes to a minimum"),
          "basin entropy of boxes with more than one limit, at two sizes; the slope of their number"
              + " against their size; the test of Puy, Daza, Wagemakers and Sanjuan (2021)",
          "contradicted if the entropy exceeds ln 2 at both sizes, and at half the smaller one if it"
              + " falls once more as it did, which no smooth boundary does; consistent if it does not"
              + " exceed that at the smaller one, and that test finds it smooth or the slope is 1"
              + " within three standard errors and what pixels make of it; no random numbers decide",
          "boxes in which basins mix more than on both sides of any smooth boundary");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public Basins(Config config) {
    this.config = config;
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(BOUNDARY, SEPARATION, SMOOTHNESS);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    Map<String, BasinExperiment> first = new HashMap<>();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      PlanarSlice slice;
      try {
        slice = PlanarSlice.of(config.slice(), cell.problem());
      } catch (IllegalArgumentException misfit) {
        findings.add(withoutSlice(cell, String.valueOf(misfit.getMessage())));
        continue;
      }
      BasinExperiment experiment = BasinExperiment.run(cell, census, slice, config, laboratory);
      Optional<BasinExperiment> reference =
          Optional.ofNullable(first.putIfAbsent(cell.problem().name(), experiment));
      findings.add(experiment.boundaryFinding(reference));
      findings.addAll(experiment.separationFindings(laboratory));
      findings.add(experiment.smoothnessFinding());
      figures.add(BasinFigure.of(experiment));
      LandscapeFigure.of(experiment, config.order(), laboratory).ifPresent(figures::add);
    }
    return new Analysis(findings, figures);
  }

  private static Finding withoutSlice(CellResult cell, String reason) {
    return CellFinding.of(
        BOUNDARY.id(),
        cell,
        Verdict.HYPOTHESES_NOT_MET,
        List.of(new Hypothesis("the slice fits the objective", Status.VIOLATED, reason)),
        "no raster");
  }

  /**
   * Configuration of {@link Basins}.
   *
   * @param resolution number of pixels along each side of the slice
   * @param slice where the starts lie
   * @param order of the power series of the stable manifolds
   * @param maxSeeds most places on the boundary from which curves are grown
   */
  @Doc(
      value =
          "Draws the basins of attraction on a slice of starts, and holds their boundary against"
              + " the stable manifolds of the saddles.",
      example = "{type: basins, resolution: 512}")
  public record Config(
      @Doc(
              value = "Number of pixels along each side of the slice, from 64 to 4096.",
              defaultValue = "256")
          int resolution,
      @Doc(
              value = "Where the starts lie.",
              defaultValue = "{}",
              example = "{coordinates: [1, 2], origin: [0, 0, 0.5], extents: [1, 1]}")
          SliceConfig slice,
      @Doc(
              value =
                  "Order of the power series of the local manifolds; lowered where they would be"
                      + " too large.",
              defaultValue = "10")
          int order,
      @Doc(
              value =
                  "Most places on the boundary from which further curves of a stable manifold are"
                      + " grown, where those through the saddles do not explain it.",
              defaultValue = "500")
          int maxSeeds) {
    private static final int COARSEST = 64;
    private static final int FINEST = 4096;

    /** Checks the numbers. */
    public Config {
      if (resolution < COARSEST || resolution > FINEST) {
        throw new IllegalArgumentException(
            "resolution is %d: it must lie between %d and %d"
                .formatted(resolution, COARSEST, FINEST));
      }
      if (order < 2) {
        throw new IllegalArgumentException("order is " + order + ": it must be at least 2");
      }
      if (maxSeeds < 0) {
        throw new IllegalArgumentException("max-seeds is " + maxSeeds + ": it must be at least 0");
      }
    }
  }
}
