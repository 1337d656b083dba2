package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.ClosedFormMap;
import org.separatrix.analysis.hypothesis.PointLimit;
import org.separatrix.analysis.portrait.PhasePortrait;
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
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.plugin.Doc;

/**
 * Computes the stable and unstable manifold of each method at each strict saddle as power series,
 * and holds them against the method's own steps.
 */
public final class ManifoldGeometry implements Analyzer {
  static final Prediction INVARIANCE =
      new Prediction(
          "manifold-invariance",
          "the local stable and unstable manifolds of the map F are invariant: with power series K"
              + " and R of order n, |F(K(s)) - K(R(s))| = O(|s|^(n+1))",
          "parameterization method, Cabre, Fontich and de la Llave, Indiana Univ. Math. J. 52"
              + " (2003) and J. Differential Equations 218 (2005)",
          List.of(
              "the method is given by A, B and C on a formula",
              "the linearization has a basis of eigenvectors"),
          "the largest residual over a sphere |s| = r, with F the method's own step, and the slope"
              + " of its logarithm against ln r where it is above rounding",
          "contradicted if the slope, whose limit is a whole number, is nearer to one below n + 1 by"
              + " more than its error, which comes from its change from one radius to the next and"
              + " from rounding; no random numbers decide",
          "a residual that shrinks more slowly than the first term that the series leave out");

  static final Prediction CONTACT =
      new Prediction(
          "manifold-contact",
          "the stable manifold W^s of the map leaves the stable eigenvectors at a saddle as h2 r^2 +"
              + " O(r^3), with h2 that of the map: alpha b / ((1 + alpha gamma) - (1 - alpha"
              + " lambda)^2) for gradient descent on lambda x^2/2 - gamma y^2/2 + b x^2 y, not the"
              + " gradient flow's b / (gamma + 2 lambda)",
          "stable manifold theorem, Shub (1987), Theorem III.7; coefficients by the"
              + " parameterization method, Cabre, Fontich and de la Llave (2005)",
          List.of(
              "the method is given by A, B and C on a formula",
              "the saddle has one unstable direction"),
          "the offsets, at five distances to both sides along a stable eigenvector, of the starts"
              + " between those that leave the one way and the other, by bisection of runs",
          "contradicted if an offset differs from that of the series by more than the bisection's"
              + " interval, rounding in every step and the terms left out allow, or if its exponent"
              + " is below 2 by more than its error; no random numbers decide",
          "starts that leave on the wrong side of the computed W^s");

  static final Prediction TUBE =
      new Prediction(
          "tube-hit-rate",
          "the share of random starts near a saddle that lie in a tube of width epsilon around W^s is"
              + " proportional to epsilon^u, u the codimension of W^s, the number of unstable"
              + " directions",
          "W^s is a manifold of codimension u: stable manifold theorem, Shub (1987), Theorem III.7,"
              + " as in Lee, Simchowitz, Jordan and Recht, COLT 2016",
          List.of(
              "deterministic map with a linearization",
              "hyperbolic, with one unstable multiplier for each unstable direction",
              "linear regime"),
          "of runs from uniform starts in a cube along the eigenvectors, the numbers that stay"
              + " between its faces across the unstable ones for two numbers of steps: those in two"
              + " tubes, whose widths follow from the linearization",
          "contradicted if an exact binomial test of the number in the thinner tube, given that in"
              + " the wider, rejects the slope u at 1e-6 after Holm's correction over all tests of"
              + " the study",
          "another power of the width: a set of positive measure that stays, or another codimension");

  static final Prediction RESIDENCE =
      new Prediction(
          "manifold-residence",
          "a run that starts on the series of order n of W^s stays beside it, and so near the saddle,"
              + " for as long as the residuals of the series say: its start is off W^s by e, the sum"
              + " of their effects, e = O(r^(n+1)), and it has left by R after about ln(R/e)/ln z"
              + " steps, z the growth per step in the unstable direction",
          "stable manifold theorem, Shub (1987), Theorem III.7; a posteriori error of the"
              + " parameterization method, Cabre, Fontich and de la Llave (2005)",
          List.of(
              "the method is given by A, B and C on a formula",
              "the linearization has a basis of eigenvectors",
              "hyperbolic: no |z| = 1"),
          "the step at which the deviation along the unstable directions of runs by the method's"
              + " own step exceeds R, from starts on the series at several distances r in several"
              + " directions; R is where curvature begins to matter",
          "contradicted if a run leaves outside of the steps that the residuals, carried along the"
              + " series by the derivative of F, allow: of these the terms of second order and"
              + " rounding in every step leave one or a few open; where rounding exceeds e, only"
              + " leaving too early contradicts; no random numbers decide",
          "a run that leaves before its residuals say, as from the manifold of the gradient flow or"
              + " of another step size, or one that stays longer");

  /**
   * Figures are drawn of so many methods on each objective, the first ones, and as many saddles in
   * space of the first one, one fewer of the second.
   */
  private static final int MOST_DRAWN = 2;

  /** What is grown from series of a low order is as precise, and steps cost less than terms. */
  private static final int GROWN_ORDER = 5;

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public ManifoldGeometry(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "manifold-geometry");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(INVARIANCE, CONTACT, TUBE, RESIDENCE);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Supplier<Analysis>> tasks = new ArrayList<>();
    Map<String, Integer> methods = new HashMap<>();
    for (CellResult cell : result.methods()) {
      Census census = result.census(cell.problem().name());
      int before = methods.merge(cell.problem().name(), 1, Integer::sum) - 1;
      tasks.add(() -> analyze(cell, census, MOST_DRAWN - before, laboratory));
    }
    return Analysis.concatenation(laboratory.all(tasks));
  }

  private Analysis analyze(CellResult cell, Census census, int inSpace, Laboratory laboratory) {
    List<CriticalPoint> saddles =
        census.points().stream().filter(point -> point.kind().isStrict()).toList();
    if (saddles.isEmpty()) {
      return Analysis.of(List.of());
    }
    List<CriticalPoint> measured = limit().first(saddles);
    Analysis series = series(cell, census, measured, inSpace, laboratory);
    List<Finding> findings = new ArrayList<>(series.findings());
    for (CriticalPoint saddle : measured) {
      findings.add(TubeTest.run(cell, census, saddle, config.runs(), laboratory));
    }
    findings.addAll(limit().leftOut(cell, saddles, "strict saddles", predictions(), List.of()));
    return new Analysis(findings, series.figures());
  }

  /** Answers what is answered by power series; draws it where a saddle in space is to be drawn. */
  private Analysis series(
      CellResult cell,
      Census census,
      List<CriticalPoint> saddles,
      int inSpace,
      Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    boolean drawn = inSpace > 0;
    ClosedFormMap closedForm = ClosedFormMap.of(cell.problem().objective(), cell.optimizer());
    Hypothesis hypothesis = closedForm.hypothesis();
    if (closedForm.map().isEmpty()) {
      for (Prediction prediction : List.of(INVARIANCE, CONTACT, RESIDENCE)) {
        findings.add(
            CellFinding.of(
                prediction.id(),
                cell,
                Verdict.HYPOTHESES_NOT_MET,
                List.of(hypothesis),
                "no power series without a formula and A, B, C"));
      }
      return Analysis.of(findings);
    }
    LocalManifolds local = new LocalManifolds(closedForm.map().get(), config.order());
    LocalManifolds growing =
        new LocalManifolds(closedForm.map().get(), Math.min(config.order(), GROWN_ORDER));
    PhasePortrait portrait = new PhasePortrait(cell, census, inSpace);
    for (CriticalPoint saddle : saddles) {
      SaddleManifolds manifolds = SaddleManifolds.of(cell, census, saddle, local, laboratory);
      findings.add(manifolds.invariance(hypothesis));
      manifolds.contact(hypothesis).ifPresent(findings::add);
      Optional<ResidenceTest> residence = ResidenceTest.run(manifolds, hypothesis);
      residence.map(ResidenceTest::finding).ifPresent(findings::add);
      if (drawn && saddle.equals(saddles.get(0))) {
        residence.flatMap(ResidenceTest::figure).ifPresent(figures::add);
      }
      if (drawn && portrait.isPossible()) {
        SaddleManifolds drawable = SaddleManifolds.of(cell, census, saddle, growing, laboratory);
        portrait.add(saddle, drawable.stable(), drawable.unstable());
      }
    }
    figures.addAll(portrait.figures());
    return new Analysis(findings, figures);
  }

  /**
   * Configuration of {@link ManifoldGeometry}.
   *
   * @param order of the power series
   * @param maxPoints most saddles of an objective, in the order of their ids
   * @param runs number of runs from each saddle
   */
  @Doc(
      value =
          "Computes the local stable and unstable manifolds at each strict saddle as power series,"
              + " and holds them against the method's own steps.",
      example = "{type: manifold-geometry, order: 12}")
  public record Config(
      @Doc(
              value =
                  "Order of the power series, from 2 to 40; lowered where they would be too large.",
              defaultValue = "10")
          int order,
      @Doc(value = "Most saddles of an objective, in the order of their ids.", defaultValue = "20")
          int maxPoints,
      @Doc(
              value = "Number of runs from around each saddle, at least 20,000.",
              defaultValue = "100000")
          int runs) {
    private static final int FEWEST_RUNS = 20_000;
    private static final int LOWEST = 2;
    private static final int HIGHEST = 40;

    /** Checks the numbers. */
    public Config {
      if (order < LOWEST || order > HIGHEST) {
        throw new IllegalArgumentException(
            "order is %d: it must lie between %d and %d".formatted(order, LOWEST, HIGHEST));
      }
      PointLimit.check(maxPoints);
      if (runs < FEWEST_RUNS) {
        throw new IllegalArgumentException(
            "runs is %d: it must be at least %d".formatted(runs, FEWEST_RUNS));
      }
    }
  }
}
