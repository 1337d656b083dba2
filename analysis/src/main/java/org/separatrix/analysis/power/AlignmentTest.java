package org.separatrix.analysis.power;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.LinearizedMethod;
import org.separatrix.analysis.hypothesis.StrictPoint;
import org.separatrix.analysis.linearization.LinearizedFlow;
import org.separatrix.analysis.linearization.PointSpectrum;
import org.separatrix.analysis.rate.Nonlinearity;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.Analysis;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.figure.Axis;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.figure.Series;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;

/** The test of the power iteration of one method at one saddle. */
record AlignmentTest(
    PowerIteration.Config config,
    CellResult cell,
    Census census,
    CriticalPoint point,
    Optional<PointSpectrum> known) {
  /** Starts are tried at these distances, relative to the saddle's surroundings. */
  private static final double[] DISTANCES = {1e-2, 1e-4, 1e-6, 1e-8, 1e-10, 1e-16, 1e-30};

  private static final int LEAST_STEPS = 5;

  private static final String LEADS = "z_1 > 1 and other directions grow more slowly";

  Analysis run(Laboratory laboratory) {
    Optional<LinearizedFlow> flow = known.flatMap(PointSpectrum::flow);
    List<Hypothesis> hypotheses = new ArrayList<>();
    hypotheses.add(LinearizedMethod.check(known));
    hypotheses.add(StrictPoint.check(point));
    if (known.isPresent()) {
      hypotheses.add(flow.map(this::leads).orElseGet(this::withoutFlow));
    }
    if (hypotheses.stream().anyMatch(Hypothesis::isViolated)) {
      return Analysis.of(
          List.of(
              finding(
                  Verdict.HYPOTHESES_NOT_MET,
                  hypotheses,
                  Map.of(),
                  Map.of(),
                  "no alignment is predicted")));
    }
    List<AlignmentRun> runs = best(flow.orElseThrow(), laboratory);
    return new Analysis(
        List.of(finding(flow.orElseThrow(), hypotheses, runs)),
        List.of(figure(flow.orElseThrow(), runs.get(0))));
  }

  private Hypothesis withoutFlow() {
    return cell.optimizer().linearization().isPresent()
        ? new Hypothesis(
            "response of the position known",
            Status.VIOLATED,
            "the linearization has several rows, and no A, B and C are given")
        : new Hypothesis(
            LEADS,
            Status.VIOLATED,
            "the Jacobian's eigenvalue of largest modulus is complex or lacks eigenvectors");
  }

  private Hypothesis leads(LinearizedFlow flow) {
    // Of a Jacobian one leading eigenvector is known.
    int most = flow.isMeasured() ? 2 : point.dimension();
    boolean some = flow.leading() < most && point.dimension() > 1;
    boolean holds = flow.leader() > 1 && some && flow.ratio() < 1 - 1e-9;
    return new Hypothesis(
        LEADS,
        !holds ? Status.VIOLATED : flow.isMeasured() ? Status.ESTIMATED : point.status(),
        !some
            ? "%d eigenvalues are equal to the largest".formatted(flow.leading())
            : "z_1 = %s, elsewhere at most %s"
                .formatted(Numbers.number(flow.leader()), Numbers.number(flow.follower())));
  }

  /** Returns the runs from that distance from which they stay linear for the most steps. */
  private List<AlignmentRun> best(LinearizedFlow flow, Laboratory laboratory) {
    double scale = Nonlinearity.scale(census, point);
    int growth = (int) Math.ceil(Math.log(1e200) / Math.log(flow.leader()));
    int most = Math.min(config.maxSteps(), growth);
    List<AlignmentRun> best = List.of();
    int longest = -1;
    for (double distance : DISTANCES) {
      RandomGenerator random = laboratory.random("power-iteration/" + cell.id() + "/" + point.id());
      List<AlignmentRun> runs = new ArrayList<>();
      for (int i = 0; i < config.directions(); i++) {
        runs.add(
            AlignmentRun.follow(
                cell.problem().objective(),
                laboratory.map(cell.problem(), cell.optimizer()),
                flow,
                point,
                start(random, distance * scale),
                most,
                scale / 4));
      }
      int shortest = runs.stream().mapToInt(AlignmentRun::lastStep).min().orElseThrow();
      if (shortest > longest) {
        longest = shortest;
        best = runs;
      }
    }
    return best;
  }

  /** Every component has about the same size, and a random sign. */
  private double[] start(RandomGenerator random, double distance) {
    double[] y = new double[point.dimension()];
    for (int i = 0; i < y.length; i++) {
      double size = distance * (0.5 + 0.5 * random.nextDouble()) / Math.sqrt(y.length);
      y[i] = random.nextBoolean() ? size : -size;
    }
    return y;
  }

  private Finding finding(
      LinearizedFlow flow, List<Hypothesis> hypotheses, List<AlignmentRun> runs) {
    AlignmentRun shortest = runs.get(0);
    double deviation = 0;
    double least = Double.POSITIVE_INFINITY;
    double most = Double.NEGATIVE_INFINITY;
    for (AlignmentRun run : runs) {
      deviation = Math.max(deviation, run.deviation());
      shortest = run.lastStep() < shortest.lastStep() ? run : shortest;
    }
    int steps = shortest.lastStep();
    double expected = Double.NaN;
    double tolerance = Double.NaN;
    if (steps >= LEAST_STEPS) {
      expected = AlignmentRun.logarithm(shortest.predicted(), steps / 2);
      tolerance = (shortest.errors()[steps] + shortest.errors()[steps / 2]) / (steps - steps / 2);
      for (AlignmentRun run : runs) {
        double measured = AlignmentRun.logarithm(run.tangents(), run.lastStep() / 2);
        least = Math.min(least, measured);
        most = Math.max(most, measured);
      }
    }
    Verdict verdict =
        deviation > 1
            ? Verdict.CONTRADICTED
            : steps >= LEAST_STEPS && deviation <= 1 ? Verdict.CONSISTENT : Verdict.INCONCLUSIVE;
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("ratio", flow.ratio());
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("steps", (double) steps);
    if (Double.isFinite(deviation)) {
      observed.put("deviation", deviation);
    }
    String detail = "the linear regime lasts for %s only".formatted(Numbers.plural(steps, "step"));
    if (steps >= LEAST_STEPS) {
      double measured = AlignmentRun.logarithm(shortest.tangents(), steps / 2);
      predicted.put("finite-ratio", Math.exp(expected));
      observed.put("ratio", Math.exp(measured));
      observed.put("tolerance", tolerance * Math.exp(measured));
      observed.put("least-ratio", Math.exp(least));
      observed.put("largest-ratio", Math.exp(most));
      detail =
          "tan of the angle changes by %s per step over %d steps, %s predicted there and %s in the"
                  .formatted(
                      Numbers.number(Math.exp(measured), 6),
                      steps,
                      Numbers.number(Math.exp(expected), 6),
                      Numbers.number(flow.ratio(), 6))
              + " limit; the displacement departs from the recursion by %s of what is allowed"
                  .formatted(Numbers.number(deviation, 2));
    }
    return finding(verdict, hypotheses, predicted, observed, detail);
  }

  private Figure figure(LinearizedFlow flow, AlignmentRun run) {
    int n = run.tangents().length;
    Series steps = Series.of(IntStream.range(0, n).asDoubleStream());
    double first = run.tangents()[0];
    return new Figure(
        "power-iteration/" + cell.id() + "/" + point.id(),
        cell.problem().name(),
        Optional.of(cell.id()),
        "Alignment with the most negative eigenvector at " + Numbers.point(point.x()),
        "The tangent of the angle falls by the factor %s per step in the limit."
            .formatted(Numbers.number(flow.ratio(), 6)),
        Axis.linear("step k"),
        Axis.logarithmic("tan of the angle to the most negative eigenvector"),
        List.of(
            new Layer.Markers("measured", Role.MEASURED, steps, Series.of(run.tangents())),
            new Layer.Curve("linear recursion", Role.THEORY, steps, Series.of(run.predicted())),
            new Layer.Curve(
                "ratio^k",
                Role.REFERENCE,
                steps,
                Series.of(n, k -> first * Math.pow(flow.ratio(), k)))));
  }

  private Finding finding(
      Verdict verdict,
      List<Hypothesis> hypotheses,
      Map<String, Double> predicted,
      Map<String, Double> observed,
      String detail) {
    return CellFinding.at(
        PowerIteration.PREDICTION.id(),
        cell,
        point,
        verdict,
        hypotheses,
        predicted,
        observed,
        detail);
  }
}
