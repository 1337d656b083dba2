package org.separatrix.analysis.momentum;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.analysis.escape.MeasuredEscape;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.hypothesis.PointLimit;
import org.separatrix.analysis.rate.IteratedMap;
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
import org.separatrix.api.objective.Status;
import org.separatrix.api.plugin.Doc;

/** Compares, at each strict saddle, how fast methods with the same step size leave it. */
public final class MomentumEscape implements Analyzer {
  static final Prediction PREDICTION =
      new Prediction(
          "momentum-escape",
          "at the same step size a method leaves a strict saddle faster, the larger its momentum"
              + " beta and the farther ahead, gamma, it takes the gradient: z grows with both, the"
              + " larger root of z^2 - (1 + beta - alpha lambda (1 + gamma)) z + beta - alpha"
              + " lambda gamma; Nesterov's method (gamma = beta) is faster than heavy ball (gamma ="
              + " 0), and that than gradient descent (beta = 0)",
          "O'Neill and Wright, Math. Program. 176 (2019), Section 3; Lee, Simchowitz, Jordan and"
              + " Recht, COLT 2016, for gradient descent",
          List.of(
              "both methods iterate a map with a known linearization of this form",
              "lambda_min < 0",
              "z > 1 and no other direction grows faster",
              "a linear regime above rounding",
              "the slice of starts is transversal to the center-stable manifold"),
          "the difference of the measured slopes of ln|distance| against the step, of two methods"
              + " at one saddle",
          "contradicted if the difference is below 0, or departs from that of ln z, by more than"
              + " the uncertainties of both slopes, six standard errors and what curvature and"
              + " rounding explain: chance below 4e-9 for each pair",
          "a pair whose slopes are in the other order, or differ by another amount");

  private final Config config;

  /**
   * Creates the analyzer.
   *
   * @param config its configuration
   */
  public MomentumEscape(Config config) {
    this.config = config;
  }

  private PointLimit limit() {
    return new PointLimit(config.maxPoints(), "momentum-escape");
  }

  @Override
  public List<Prediction> predictions() {
    return List.of(PREDICTION);
  }

  @Override
  public Analysis analyze(StudyResult result, Laboratory laboratory) {
    List<Finding> findings = new ArrayList<>();
    List<Figure> figures = new ArrayList<>();
    for (Census census : result.censuses()) {
      List<CellResult> cells =
          result.methods().stream()
              .filter(cell -> cell.problem().name().equals(census.problem().name()))
              .toList();
      List<CriticalPoint> saddles =
          census.points().stream().filter(point -> point.kind().isStrict()).toList();
      for (CriticalPoint saddle : limit().first(saddles)) {
        List<Escapee> methods = new ArrayList<>();
        for (CellResult cell : cells) {
          measure(census, saddle, cell, laboratory)
              .ifPresentOrElse(methods::add, () -> findings.add(outsider(cell, saddle)));
        }
        compare(saddle, methods, findings);
        figures.addAll(MomentumFigure.atSaddle(census, saddle, methods));
      }
      figures.addAll(MomentumFigure.atMinima(result, census, cells, laboratory));
      if (!cells.isEmpty()) {
        limit()
            .leftOut(census.problem(), saddles, "strict saddles", PREDICTION)
            .ifPresent(findings::add);
      }
      if (saddles.isEmpty() && !cells.isEmpty()) {
        findings.add(
            CellFinding.of(
                PREDICTION.id(),
                cells.get(0),
                Verdict.INCONCLUSIVE,
                List.of(),
                "no strict saddle is known"));
      }
    }
    return new Analysis(findings, figures);
  }

  private static Optional<Escapee> measure(
      Census census, CriticalPoint saddle, CellResult cell, Laboratory laboratory) {
    IteratedMap method = IteratedMap.of(cell.optimizer());
    if (!method.isUsable()) {
      return Optional.empty();
    }
    return MomentumForm.of(method.linearization().orElseThrow())
        .map(
            form ->
                new Escapee(
                    cell,
                    form,
                    MeasuredEscape.of(census, saddle, cell, PREDICTION.id(), laboratory),
                    Escapee.slice(cell, saddle, laboratory)));
  }

  private static Finding outsider(CellResult cell, CriticalPoint saddle) {
    List<Hypothesis> hypotheses = new ArrayList<>(IteratedMap.of(cell.optimizer()).hypotheses());
    if (hypotheses.stream().noneMatch(Hypothesis::isViolated)) {
      hypotheses.add(
          new Hypothesis(
              "one memory vector, alpha, beta, gamma",
              Status.VIOLATED,
              "the linearization is not of this form"));
    }
    return Finding.at(
        PREDICTION.id(),
        cell,
        saddle,
        Verdict.HYPOTHESES_NOT_MET,
        hypotheses,
        Map.of(),
        Map.of(),
        "no growth is predicted that could be compared");
  }

  private static void compare(CriticalPoint saddle, List<Escapee> methods, List<Finding> findings) {
    int before = findings.size();
    for (Escapee slow : methods) {
      for (Escapee fast : methods) {
        if (slow.form().isSlowerThan(fast.form()) && slow.isNextTo(fast, methods)) {
          findings.add(pair(saddle, slow, fast));
        }
      }
    }
    if (findings.size() == before && !methods.isEmpty()) {
      findings.add(
          Finding.at(
              PREDICTION.id(),
              methods.get(0).cell(),
              saddle,
              Verdict.INCONCLUSIVE,
              List.of(LinearizedMethod.check(methods.get(0).cell().optimizer())),
              Map.of(),
              Map.of(),
              "no two methods with the same step size and more momentum in one of them"));
    }
  }

  private static Finding pair(CriticalPoint saddle, Escapee slow, Escapee fast) {
    List<Hypothesis> hypotheses = new ArrayList<>(slow.named());
    hypotheses.addAll(fast.named());
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("slope", fast.escape().predicted());
    predicted.put("slower-slope", slow.escape().predicted());
    double expected = fast.escape().predicted() - slow.escape().predicted();
    predicted.put("difference", expected);
    Map<String, Double> observed = new LinkedHashMap<>();
    Verdict verdict = Verdict.INCONCLUSIVE;
    String detail = "not measured: " + slow.cell().optimizerName();
    if (slow.escape().slope().isPresent() && fast.escape().slope().isPresent()) {
      double difference = fast.escape().slope().get() - slow.escape().slope().get();
      double uncertainty = slow.escape().uncertainty() + fast.escape().uncertainty();
      observed.put("slope", fast.escape().slope().get());
      observed.put("slower-slope", slow.escape().slope().get());
      observed.put("difference", difference);
      observed.put("uncertainty", uncertainty);
      verdict = verdict(difference, expected, uncertainty);
      detail = MomentumFigure.sentence(slow, fast, uncertainty);
    }
    return CellFinding.at(
        PREDICTION.id(), fast.cell(), saddle, verdict, hypotheses, predicted, observed, detail);
  }

  private static Verdict verdict(double difference, double expected, double uncertainty) {
    if (difference < -uncertainty || Math.abs(difference - expected) > uncertainty) {
      return Verdict.CONTRADICTED;
    }
    return difference > uncertainty ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
  }

  /**
   * Configuration of {@link MomentumEscape}.
   *
   * @param maxPoints most saddles of an objective, in the order of their ids
   */
  @Doc(
      value =
          "Compares how fast the study's methods with the same step size leave each strict saddle:"
              + " momentum is faster.",
      example = "{type: momentum-escape, max-points: 4}")
  public record Config(
      @Doc(value = "Most saddles of an objective, in the order of their ids.", defaultValue = "5")
          int maxPoints) {
    /** The defaults. */
    public static final Config DEFAULT = new Config(5);

    /** Checks the number. */
    public Config {
      PointLimit.check(maxPoints);
    }
  }
}
