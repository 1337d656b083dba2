package org.separatrix.analysis.nonstrict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.separatrix.analysis.degenerate.Kernel;
import org.separatrix.analysis.hypothesis.CellFinding;
import org.separatrix.analysis.hypothesis.SeparableGradient;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Finding;
import org.separatrix.api.analysis.Hypothesis;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Significance;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.Verdict;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;

/** The test of the share of a cell's starts that go to a degenerate point on one side. */
record ShareTest(NonStrictSaddle.Config config, CellResult cell, CriticalPoint point) {
  private static final int STEPS = 2000;
  private static final int DRAWS = 400_000;
  private static final double STANDARD_ERRORS = 6;

  Finding run(Laboratory laboratory) {
    List<Hypothesis> hypotheses = new ArrayList<>();
    boolean step = cell.optimizer() instanceof LinearMethod method && method.isGradientStep();
    hypotheses.add(
        new Hypothesis(
            "gradient step",
            step ? Status.CERTIFIED : Status.VIOLATED,
            step ? "x - alpha grad f(x)" : "the method has a memory or another form"));
    hypotheses.add(SeparableGradient.check(cell.problem(), laboratory));
    int coordinate = coordinate();
    hypotheses.add(
        new Hypothesis(
            "the kernel is one coordinate's",
            coordinate < 0 ? Status.VIOLATED : point.status(),
            coordinate < 0 ? "it is not" : "coordinate " + (coordinate + 1)));
    Optional<AttractedInterval> interval = Optional.empty();
    if (!isViolated(hypotheses)) {
      double alpha = -((LinearMethod) cell.optimizer()).b()[0];
      interval = AttractedInterval.find(cell, point, coordinate, alpha, laboratory);
      hypotheses.add(
          new Hypothesis(
              "f grows on one side alone, and the interval is all that goes there",
              interval.isPresent() ? Status.ESTIMATED : Status.VIOLATED,
              interval
                  .map(
                      each ->
                          "between %s and %s"
                              .formatted(
                                  Numbers.number(each.low(), 7), Numbers.number(each.high(), 7)))
                  .orElse("there is none, or starts beyond it come back")));
      hypotheses.add(others(coordinate).check(alpha, laboratory));
    }
    if (interval.isEmpty() || isViolated(hypotheses)) {
      return Finding.at(
          NonStrictSaddle.SHARE.id(),
          cell,
          point,
          Verdict.HYPOTHESES_NOT_MET,
          hypotheses,
          Map.of(),
          Map.of(),
          "no share is predicted");
    }
    return finding(hypotheses, interval.get(), laboratory);
  }

  private static boolean isViolated(List<Hypothesis> hypotheses) {
    return hypotheses.stream().anyMatch(Hypothesis::isViolated);
  }

  private OtherCoordinates others(int coordinate) {
    return new OtherCoordinates(cell, point, coordinate, steps());
  }

  private int steps() {
    return Math.min(STEPS, config.maxSteps());
  }

  private int coordinate() {
    Kernel kernel = Kernel.of(cell.problem(), point);
    if (kernel.dimension() != 1) {
      return -1;
    }
    double[] v = kernel.vectors().get(0);
    for (int k = 0; k < v.length; k++) {
      if (Math.abs(v[k]) > 1 - 1e-9) {
        return k;
      }
    }
    return -1;
  }

  private Finding finding(
      List<Hypothesis> hypotheses, AttractedInterval interval, Laboratory laboratory) {
    RandomGenerator random = laboratory.random("degenerate-share/" + cell.id());
    double[] x = new double[point.dimension()];
    long inside = 0;
    for (int i = 0; i < DRAWS; i++) {
      cell.start().draw(random, i, x);
      inside += interval.contains(x[interval.coordinate()]) ? 1 : 0;
    }
    double share = (double) inside / DRAWS;
    double off = STANDARD_ERRORS * Math.sqrt(share * (1 - share) / DRAWS) + 20.0 / DRAWS;
    int count = (int) Math.min(config.runs(), cell.start().count().orElse(config.runs()));
    Runs runs =
        laboratory.run(
            "degenerate-share/" + cell.id() + "/" + point.id(),
            cell.problem(),
            cell.optimizer(),
            cell.start(),
            count,
            new StopRule(-1, steps(), 1e12, Optional.empty()));
    OtherCoordinates others = others(interval.coordinate());
    long hits = 0;
    for (int i = 0; i < runs.size(); i++) {
      double[] end = runs.endOf(i);
      hits += interval.contains(end[interval.coordinate()]) && others.areNear(end) ? 1 : 0;
    }
    double pValue = Survivors.pValue(hits, count, share - off, share + off);
    Map<String, Double> predicted = new LinkedHashMap<>();
    predicted.put("share", share);
    predicted.put("low", interval.low());
    predicted.put("high", interval.high());
    Map<String, Double> observed = new LinkedHashMap<>();
    observed.put("share", (double) hits / count);
    observed.put("runs", (double) count);
    return CellFinding.at(
            NonStrictSaddle.SHARE.id(),
            cell,
            point,
            Verdict.CONSISTENT,
            hypotheses,
            predicted,
            observed,
            "%s of %s runs go there, a share of %s, %s of the starts lie in the interval; p = %s"
                .formatted(
                    Numbers.count(hits),
                    Numbers.count(count),
                    Numbers.number((double) hits / count),
                    Numbers.number(share),
                    Numbers.number(pValue, 2)))
        .testedBy(Significance.of(pValue));
  }
}
