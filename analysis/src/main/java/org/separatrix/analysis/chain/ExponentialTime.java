package org.separatrix.analysis.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.Analyzer;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Prediction;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.plugin.Doc;

/** Holds how long methods take along a chain of saddles against theory. */
public final class ExponentialTime implements Analyzer {
  private static final String DU =
      "Du, Jin, Lee, Jordan, Poczos and Singh, Gradient Descent Can Take Exponential Time to Escape"
          + " Saddle Points, NIPS 2017";

  static final Prediction RECURRENCE =
      new Prediction(
          "chain-recurrence",
          "along a chain of saddles T_(k+1) = (1 + kappa) T_k + T_1 + O(1), kappa = ln(1/m_+) / ln"
              + " m_-: a direction is multiplied by m_+ < 1 while it waits, by m_- > 1 when it is"
              + " left; 1 - alpha lambda_+ and 1 + alpha |lambda_-| for gradient descent",
          DU + ", Theorem 4.1 and its proof",
          List.of(
              "a deterministic method with a known linearization",
              ChainHypotheses.CHAIN,
              ChainHypotheses.ONE_VECTOR,
              ChainHypotheses.RANGE,
              ChainHypotheses.WAITING,
              ChainHypotheses.QUADRATIC),
          "the steps at which a run leaves each saddle, with unbounded exponents where that can be",
          "contradicted if a wait lies outside of the bounds that follow from the earlier waits and"
              + " from the steps spent between saddles; nothing is left to chance",
          "a wait outside of its bounds");

  static final Prediction EXPONENTIAL =
      new Prediction(
          "exponential-time",
          "without noise the steps to a minimum grow with the dimension as e^(b d), b = ln(1 +"
              + " kappa), where each dimension adds a saddle to a chain",
          DU + ", Theorem 4.1",
          List.of(
              "objectives that differ in their dimension alone",
              "method of this law",
              "saddles attract and repel: kappa > 0",
              ChainHypotheses.RANGE),
          "mean steps to an approximate minimum in each dimension; b of T = C d^p e^(b d)",
          "contradicted if Student's t rejects b >= ln(1 + kappa)/2 at 1e-6 after Holm's correction"
              + " over all tests of the study, the misfit taken for noise; inconclusive if b <="
              + " ln(1 + kappa)/2 is not rejected at 0.01",
          "times that a power of the dimension describes");

  static final Prediction POLYNOMIAL =
      new Prediction(
          "polynomial-time",
          "with noise the steps to a minimum grow with the dimension as a power of it, b = 0 in"
              + " e^(b d)",
          "Jin, Ge, Netrapalli, Kakade and Jordan, How to Escape Saddle Points Efficiently, ICML"
              + " 2017, Theorem 3; "
              + DU
              + ", Theorem 4.1",
          EXPONENTIAL.hypotheses(),
          EXPONENTIAL.quantity(),
          "contradicted if Student's t rejects b <= ln(1 + kappa)/2 at 1e-6 after Holm's correction"
              + " over all tests of the study, the misfit taken for noise; inconclusive if b >="
              + " ln(1 + kappa)/2 is not rejected at 0.01",
          "times that grow by a factor with each dimension");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public ExponentialTime(Config config) {
    this.config = config;
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(RECURRENCE, EXPONENTIAL, POLYNOMIAL);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      Optional<Recurrence> recurrence =
          Recurrence.measure(
              cell, result.census(cell.problem().name()), config.maxSteps(), laboratory);
      recurrence.map(Recurrence::finding).ifPresent(findings::add);
      recurrence.filter(Recurrence::isTestable).map(ChainFigures::passages).ifPresent(figures::add);
    }
    Map<String, List<Family>> families = new LinkedHashMap<>();
    for (Family family : Family.of(result, config, laboratory)) {
      families.computeIfAbsent(family.name(), name -> new ArrayList<>()).add(family);
    }
    for (List<Family> methods : families.values()) {
      OptionalDouble reference =
          methods.stream()
              .map(family -> family.kappa(result))
              .filter(OptionalDouble::isPresent)
              .findFirst()
              .orElse(OptionalDouble.empty());
      for (Family family : methods) {
        OptionalDouble own = family.kappa(result);
        findings.add(
            new GrowthTest(
                    family,
                    config.law().of(family.largest().optimizer().isDeterministic()),
                    config.law() != Law.BY_METHOD,
                    own.isPresent() ? own : reference)
                .finding());
      }
      ChainFigures.arrivals(methods, reference).ifPresent(figures::add);
    }
    return new Analysis(findings, figures);
  }

  /** What methods are held against. */
  public enum Law {
    /** The exponential law without noise, the polynomial one with noise. */
    BY_METHOD,
    /** The exponential law, every method. */
    EXPONENTIAL,
    /** The polynomial law, every method. */
    POLYNOMIAL;

    GrowthTest.Law of(boolean deterministic) {
      return this == EXPONENTIAL || (this == BY_METHOD && deterministic)
          ? GrowthTest.Law.EXPONENTIAL
          : GrowthTest.Law.POLYNOMIAL;
    }
  }

  /**
   * Configuration of {@link ExponentialTime}.
   *
   * @param starts runs of a deterministic method in each dimension
   * @param runs runs of a method with noise in each dimension
   * @param maxSteps most steps of a run
   * @param gradientTolerance norm of the gradient at an approximate minimum
   * @param law what methods are held against
   */
  @Doc(
      value =
          "Measures how long methods take past a chain of saddles, and how that grows with the"
              + " dimension, over the objectives of a study that differ in it alone.",
      example = "{type: exponential-time, max-steps: 200000}")
  public record Config(
      @Doc(value = "Runs of a deterministic method in each dimension, at most.", defaultValue = "4")
          int starts,
      @Doc(value = "Runs of a method with noise in each dimension, at most.", defaultValue = "200")
          int runs,
      @Doc(
              value = "Most steps of a run; dimensions in which a run takes more are left out.",
              defaultValue = "100000")
          int maxSteps,
      @Doc(
              value = "Norm of the gradient at what counts as a minimum, its Hessian positive.",
              unit = "unit of f per unit of x",
              defaultValue = "0.01")
          double gradientTolerance,
      @Doc(
              value =
                  "The law that methods are held against: by-method is exponential without noise,"
                      + " polynomial with noise.",
              defaultValue = "by-method")
          Law law) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(4, 200, 100_000, 0.01, Law.BY_METHOD);

    /** Checks the numbers. */
    public Config {
      if (starts < 1) {
        throw new IllegalArgumentException("starts is " + starts + ": it must be at least 1");
      }
      if (runs < 2) {
        throw new IllegalArgumentException("runs is " + runs + ": it must be at least 2");
      }
      if (maxSteps < 1) {
        throw new IllegalArgumentException("max-steps is " + maxSteps + ": it must be at least 1");
      }
      if (!(gradientTolerance > 0) || Double.isInfinite(gradientTolerance)) {
        throw new IllegalArgumentException(
            "gradient-tolerance is "
                + gradientTolerance
                + ": it must be a positive, finite number");
      }
    }
  }
}
