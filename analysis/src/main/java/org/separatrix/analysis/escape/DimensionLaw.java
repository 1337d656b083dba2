package org.separatrix.analysis.escape;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.hypothesis.PointLimit;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.plugin.Doc;

/** Holds when runs leave a saddle that they are kicked from, in any dimension, against its law. */
public final class DimensionLaw implements Analyzer {
  static final Prediction LAW =
      new Prediction(
          "dimension-law",
          "kicked uniformly in a ball of radius r around a saddle with one negative eigenvalue, P(T"
              + " > k) = I_u(1/2, (d+1)/2), u = (R / (r max_{j<=k} |m_j|))^2; E T is about (ln(R/r)"
              + " + (ln d)/2 + 0.635)/ln z + 1/2",
          "the perturbation of Jin, Ge, Netrapalli, Kakade and Jordan, How to Escape Saddle Points"
              + " Efficiently, ICML 2017; the component of a uniform point of the ball has a Beta"
              + " law",
          List.of(
              "the method is given by A, B and C, or declares a linearization of one row, or none",
              "one negative eigenvalue",
              "z > 1 and no other direction grows faster",
              "a linear regime above rounding",
              "other directions of the kick do not push"),
          "the step at which each run of an ensemble leaves |v'(x - s)| <= R",
          "contradicted if a chi-squared test on bins of whole steps rejects the law at 1e-6 after"
              + " Holm's correction over all tests of the study",
          "exit steps that the law makes as improbable as that");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public DimensionLaw(Config config) {
    this.config = config;
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(LAW);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    Map<String, List<KickTest.Outcome>> outcomes = new LinkedHashMap<>();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      List<CriticalPoint> saddles =
          census.points().stream().filter(point -> point.kind().isStrict()).toList();
      PointLimit limit = new PointLimit(config.maxPoints(), "dimension-law");
      for (CriticalPoint saddle : limit.first(saddles)) {
        Optional<PointSpectrum> known =
            PointSpectrum.at(cell.problem(), cell.optimizer(), saddle, laboratory);
        Optional<Escape> escape = Escape.of(census, saddle, cell, known, config.escape());
        if (escape.isEmpty()) {
          findings.add(Escape.withoutLaw(LAW.id(), cell, saddle, known));
          continue;
        }
        KickTest.Outcome outcome = new KickTest(escape.get(), laboratory).run();
        findings.add(outcome.finding());
        if (outcome.law().isPresent()) {
          outcomes.computeIfAbsent(cell.optimizerName(), name -> new ArrayList<>()).add(outcome);
        }
      }
      findings.addAll(limit.leftOut(cell, saddles, "strict saddles", predictions(), List.of()));
    }
    return new Analysis(findings, figure(result, outcomes).stream().toList());
  }

  private static Optional<Figure> figure(
      StudyResult result, Map<String, List<KickTest.Outcome>> methods) {
    List<Layer> layers = new ArrayList<>();
    methods.forEach(
        (name, outcomes) -> {
          int n = outcomes.size();
          Series d = Series.of(n, i -> dimension(result, outcomes.get(i)));
          layers.add(
              new Layer.Intervals(
                  name,
                  Role.MEASURED,
                  d,
                  Series.of(n, i -> outcomes.get(i).measured() - 2 * outcomes.get(i).error()),
                  Series.of(n, i -> outcomes.get(i).measured() + 2 * outcomes.get(i).error())));
          layers.add(
              new Layer.Markers(
                  name + ", law",
                  Role.THEORY,
                  d,
                  Series.of(n, i -> outcomes.get(i).law().orElseThrow().mean())));
        });
    return layers.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Figure(
                LAW.id(),
                result.cells().get(0).problem().name(),
                Optional.empty(),
                "Steps to leave a saddle after a kick",
                "The mean step grows with (ln d)/(2 ln z): the unstable part of a kick of a given"
                    + " radius falls as 1/sqrt(d). Bars: mean of the runs, two standard errors.",
                Axis.logarithmic("dimension d"),
                Axis.linear("mean step E T"),
                layers));
  }

  private static double dimension(StudyResult result, KickTest.Outcome outcome) {
    return result.census(outcome.finding().objective()).problem().dimension();
  }

  /**
   * Configuration of {@link DimensionLaw}.
   *
   * @param runs number of runs from each saddle
   * @param radiusRatio radius r of the kick, relative to the distance R that runs leave
   * @param maxSteps most steps of a run
   * @param maxPoints most saddles of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Measures when runs leave a saddle after a kick that is uniform in a ball, against the"
              + " exact law in d dimensions.",
      example = "{type: dimension-law, runs: 10000}")
  public record Config(
      @Doc(value = "Number of runs from each saddle.", defaultValue = "10000") int runs,
      @Doc(
              value = "Radius of the kick, relative to the distance at which runs count as gone.",
              defaultValue = "1e-3")
          double radiusRatio,
      @Doc(
              value = "Most steps of a run; without them all the test is inconclusive.",
              defaultValue = "50000")
          int maxSteps,
      @Doc(value = "Most saddles of an objective, in the order of their ids.", defaultValue = "20")
          int maxPoints) {
    /** Checks the numbers. */
    public Config {
      if (!(radiusRatio >= 1e-6 && radiusRatio <= 0.1)) {
        throw new IllegalArgumentException(
            "radius-ratio is " + radiusRatio + ": it must lie between 1e-6 and 0.1");
      }
      new EscapeTime.Config(runs, radiusRatio, maxSteps, maxPoints);
    }

    EscapeTime.Config escape() {
      return new EscapeTime.Config(runs, radiusRatio, maxSteps, maxPoints);
    }
  }
}
