package org.separatrix.analysis.nonstrict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.separatrix.analysis.degenerate.DegenerateMap;
import org.separatrix.analysis.degenerate.Kernel;
import org.separatrix.analysis.degenerate.SlowDrift;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Status;

/** The test of how slowly one degenerate point lets the runs of one method go. */
record SurvivalTest(
    NonStrictSaddle.Config config, CellResult cell, Census census, CriticalPoint point) {
  /** Largest b R^{p-2}, of which the recursion's next terms are multiples. */
  private static final double SMALL = 5e-3;

  /** Number of steps in units of k_0 = 1/((p-2) b R^{p-2}): of the tests and of the slopes. */
  private static final double[] TIMES = {1, 2, 5, 15, 30};

  private static final double[] PLANAR_TIMES = {2, 8, 32};
  private static final int PLANAR_RUNS = 5;
  private static final double STANDARD_ERRORS = 6;

  /** Accuracy of a slope that a verdict of agreement needs, absolute or relative to it. */
  private static final double ACCURACY = 0.5;

  Analysis run(Laboratory laboratory) {
    Problem problem = cell.problem();
    Kernel kernel = Kernel.of(problem, point);
    DegenerateMap method = DegenerateMap.of(problem, cell.optimizer(), kernel, laboratory);
    Optional<SlowDrift> drift = method.drift();
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(method.map());
    hypotheses.add(method.drifts());
    hypotheses.add(method.transverse());
    boolean small = kernel.dimension() == 1 || kernel.dimension() == 2;
    hypotheses.add(
        new Hypothesis(
            "kernel of dimension 1 or 2",
            small ? point.status() : Status.VIOLATED,
            "dim ker H = " + kernel.dimension()));
    Optional<RadialForm> form = small ? form(kernel) : Optional.empty();
    if (small) {
      hypotheses.add(leads(form));
    }
    if (form.isEmpty() || hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return without(Verdict.HYPOTHESES_NOT_MET, hypotheses, "nothing is predicted");
    }
    SurvivalLaw law = SurvivalLaw.of(form.get(), drift.orElseThrow(), SMALL);
    boolean planar = kernel.dimension() == 2;
    int[] steps = law.steps(planar ? PLANAR_TIMES : TIMES);
    if (steps[steps.length - 1] > config.maxSteps()) {
      return without(
          Verdict.INCONCLUSIVE,
          hypotheses,
          "needs %s steps, raise max-steps".formatted(Numbers.count(steps[steps.length - 1])));
    }
    Survivors survivors = survivors(kernel, law, steps, laboratory);
    Finding finding =
        planar ? planar(hypotheses, law, survivors) : linear(hypotheses, law, survivors);
    return new Analysis(List.of(finding), List.of(SurvivalFigure.of(cell, point, law, survivors)));
  }

  private Analysis without(Verdict verdict, List<Hypothesis> hypotheses, String detail) {
    return Analysis.of(List.of(finding(verdict, hypotheses, Map.of(), Map.of(), detail)));
  }

  private Optional<RadialForm> form(Kernel kernel) {
    double stiffness = cell.problem().curvatureScale();
    return RadialForm.of(
        cell.problem().objective(),
        kernel,
        Nonlinearity.scale(census, point),
        Nonlinearity.rounding(point.x()) * 0x1p53,
        stiffness);
  }

  private static Hypothesis leads(Optional<RadialForm> form) {
    boolean holds = form.isPresent() && form.get().isMorse();
    return new Hypothesis(
        "f ~ r^p F(u) along the kernel, p > 2, F without degenerate critical points",
        holds ? Status.ESTIMATED : Status.VIOLATED,
        form.map(
                each ->
                    "p = %s, max |F| = %s"
                        .formatted(Numbers.number(each.order()), Numbers.number(each.largest())))
            .orElse("no such leading term"));
  }

  private Survivors survivors(Kernel kernel, SurvivalLaw law, int[] steps, Laboratory laboratory) {
    KernelBall ball = new KernelBall(cell.problem().objective(), kernel, law.radius());
    Runs runs =
        laboratory.run(
            "degenerate-survival/" + cell.id() + "/" + point.id(),
            cell.problem(),
            cell.optimizer(),
            ball,
            config.runs() * (kernel.dimension() == 2 ? PLANAR_RUNS : 1),
            new StopRule(
                -1, steps[steps.length - 1] + 1L, Double.POSITIVE_INFINITY, Optional.of(ball)));
    return Survivors.of(runs, steps);
  }

  private Finding linear(List<Hypothesis> hypotheses, SurvivalLaw law, Survivors survivors) {
    Map<String, Double> predicted = new LinkedHashMap<>();
    Map<String, Double> observed = new LinkedHashMap<>();
    predicted.put("exponent", law.form().exponent());
    double smallest = 1;
    for (int j = 0; j < survivors.steps().length; j++) {
      int k = survivors.steps()[j];
      double share = law.share(k);
      double off = law.tolerance() * law.leavingShare(k);
      smallest =
          Math.min(
              smallest,
              Survivors.pValue(survivors.counts()[j], survivors.runs(), share - off, share + off));
      predicted.put("share-after-" + k, share);
      observed.put("share-after-" + k, survivors.share(j));
    }
    int last = survivors.steps().length - 1;
    observed.put("slope", survivors.slope(last - 2, last, law.unit()));
    observed.put("runs", (double) survivors.runs());
    double pValue = Math.min(1, smallest * survivors.steps().length);
    String detail =
        "%s of %s runs are left after %s steps, %s predicted; p = %s at %d steps"
            .formatted(
                Numbers.percent(survivors.share(last)),
                Numbers.count(survivors.runs()),
                Numbers.count(survivors.steps()[last]),
                Numbers.percent(law.share(survivors.steps()[last])),
                Numbers.number(pValue, 2),
                survivors.steps().length);
    return finding(Verdict.CONSISTENT, hypotheses, predicted, observed, detail)
        .testedBy(Significance.of(pValue));
  }

  private Finding planar(List<Hypothesis> hypotheses, SurvivalLaw law, Survivors survivors) {
    double exponent = law.form().exponent();
    double before = survivors.slope(0, 1, law.unit());
    double slope = survivors.slope(1, 2, law.unit());
    double tolerance =
        Math.abs(slope - before)
            + STANDARD_ERRORS * survivors.standardError(1, 2, law.unit())
            + law.tolerance() * (1 + exponent);
    double difference = Math.abs(slope + exponent);
    Verdict verdict = Verdict.INCONCLUSIVE;
    if (Double.isFinite(tolerance) && difference > tolerance) {
      verdict = Verdict.CONTRADICTED;
    } else if (tolerance <= ACCURACY * Math.max(exponent, 0.5)) {
      verdict = Verdict.CONSISTENT;
    }
    Map<String, Double> observed = new LinkedHashMap<>();
    if (Double.isFinite(slope + tolerance)) {
      observed.put("slope", slope);
      observed.put("tolerance", tolerance);
    }
    observed.put("survivors", (double) survivors.counts()[2]);
    observed.put("runs", (double) survivors.runs());
    String detail =
        "%s, %s and %s of %s runs are left after %s; the slope is %s (+-%s), predicted %s"
            .formatted(
                Numbers.count(survivors.counts()[0]),
                Numbers.count(survivors.counts()[1]),
                Numbers.count(survivors.counts()[2]),
                Numbers.count(survivors.runs()),
                IntStream.of(survivors.steps()).mapToObj(Numbers::count).toList() + " steps",
                Numbers.number(slope),
                Numbers.number(tolerance, 2),
                Numbers.number(-exponent));
    return finding(verdict, hypotheses, Map.of("slope", -exponent), observed, detail);
  }

  private Finding finding(
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return CellFinding.at(
        NonStrictSaddle.SURVIVAL.id(),
        cell,
        point,
        verdict,
        hypotheses,
        predicted,
        observed,
        detail);
  }
}
