package org.separatrix.runner.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.separatrix.api.objective.Status;
import org.separatrix.core.comparison.ExpectedRunningTime;
import org.separatrix.core.comparison.RuntimeDistribution;
import org.separatrix.core.comparison.Trials;
import org.separatrix.core.random.RandomStreams;
import org.separatrix.core.statistics.ClopperPearson;
import org.separatrix.runner.compare.ComparedProblem.Place;

/** Makes comparisons from running times. */
public final class Comparing {
  /** Confidence of every interval. */
  private static final double CONFIDENCE = 0.95;

  /** Chance of any false difference among all pairs. */
  private static final double LEVEL = 0.05;

  /** Pairs of more optimizers are not tested. */
  private static final int MOST_TESTED = 12;

  /** Budgets go so far beyond the dearest run, since restarts add up. */
  private static final double RESTARTS = 10;

  private final List<String> optimizers;
  private final Map<ComparedProblem, Map<String, RunningTimes>> times = new LinkedHashMap<>();
  private final Predicate<Place> paired;
  private final long seed;
  private final List<String> remarks;

  private Comparing(
      List<RunningTimes> all, Predicate<Place> paired, long seed, List<String> remarks) {
    this.paired = paired;
    this.seed = seed;
    this.remarks = new ArrayList<>(remarks);
    optimizers = all.stream().map(RunningTimes::optimizer).distinct().toList();
    for (RunningTimes each : all) {
      times
          .computeIfAbsent(each.problem(), problem -> new LinkedHashMap<>())
          .put(each.optimizer(), each);
    }
  }

  /**
   * Compares optimizers.
   *
   * @param times what they need; a problem that one of them was not run on is left out
   * @param paired whether run r starts at the same point under every optimizer
   * @param seed of the bootstrap and of the simulated restarts
   * @param remarks to be handed on
   */
  public static Comparison compare(
      List<RunningTimes> times, Predicate<Place> paired, long seed, List<String> remarks) {
    return new Comparing(times, paired, seed, remarks).comparison();
  }

  private Comparison comparison() {
    times
        .entrySet()
        .removeIf(
            entry -> {
              boolean incomplete = entry.getValue().size() < optimizers.size();
              if (incomplete) {
                remarks.add(
                    "%s at %s is left out, not every optimizer was run on it"
                        .formatted(entry.getKey().place(), entry.getKey().target().condition()));
              }
              return incomplete;
            });
    if (optimizers.size() > MOST_TESTED) {
      remarks.add(
          "pairs are not tested, there are %d optimizers and more than %d"
              .formatted(optimizers.size(), MOST_TESTED));
    }
    List<List<RunningTimes>> rows = times.values().stream().map(this::ordered).toList();
    List<Comparison.Problem> problems = rows.parallelStream().map(this::problem).toList();
    Map<Place, List<double[]>> ranks = new LinkedHashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      ranks
          .computeIfAbsent(rows.get(i).get(0).problem().place(), p -> new ArrayList<>())
          .add(problems.get(i).costs().stream().mapToDouble(Comparison.Cost::rank).toArray());
    }
    Profiles profiles = new Profiles(optimizers, rows);
    return new Comparison(
        optimizers,
        CONFIDENCE,
        LEVEL,
        adjusted(problems),
        distributions(rows),
        profiles.performance(),
        profiles.data(),
        optimizers.size() < 2 || rows.isEmpty() ? null : Ranking.of(optimizers, ranks),
        List.copyOf(remarks));
  }

  private List<RunningTimes> ordered(Map<String, RunningTimes> byOptimizer) {
    List<RunningTimes> row = new ArrayList<>();
    optimizers.forEach(name -> row.add(byOptimizer.get(name)));
    return row;
  }

  private Comparison.Problem problem(List<RunningTimes> row) {
    double[] rank =
        Ranking.ranks(
            row.stream().mapToDouble(each -> each.trials().expectedRunningTime()).toArray());
    ComparedProblem problem = row.get(0).problem();
    ComparedTarget target = problem.target();
    boolean same = paired.test(problem.place());
    List<Comparison.Cost> costs = new ArrayList<>();
    List<Comparison.Pair> pairs = new ArrayList<>();
    for (int i = 0; i < row.size(); i++) {
      costs.add(cost(row.get(i), rank[i]));
      for (int j = i + 1; j < row.size() && row.size() <= MOST_TESTED; j++) {
        pairs.add(PairTests.test(row.get(i), row.get(j), same));
      }
    }
    return new Comparison.Problem(
        problem.objective(),
        problem.start(),
        target.kind().label(),
        target.condition(),
        target.tolerance(),
        target.level(),
        target.status().map(Status::label).orElse(null),
        same,
        costs,
        pairs);
  }

  private Comparison.Cost cost(RunningTimes times, double rank) {
    Trials trials = times.trials();
    ClopperPearson.Interval share =
        ClopperPearson.interval(trials.successes(), trials.size(), CONFIDENCE);
    ExpectedRunningTime expected =
        ExpectedRunningTime.of(trials, CONFIDENCE, random(times, "expected-running-time"));
    return new Comparison.Cost(
        times.optimizer(),
        trials.size(),
        trials.successes(),
        (double) trials.successes() / trials.size(),
        share.low(),
        share.high(),
        expected.value(),
        expected.low(),
        expected.high(),
        Arrays.stream(times.values()).average().orElse(0),
        rank);
  }

  /** Not of the optimizer, so that equal running times have equal intervals. */
  private RandomGenerator random(RunningTimes times, String purpose) {
    ComparedProblem problem = times.problem();
    return RandomStreams.stream(
        RandomStreams.key(
            seed,
            "comparison",
            purpose,
            problem.objective(),
            problem.start(),
            problem.target().condition()));
  }

  private static List<Comparison.Problem> adjusted(List<Comparison.Problem> problems) {
    List<Comparison.Pair> all =
        PairTests.adjusted(problems.stream().flatMap(each -> each.pairs().stream()).toList());
    List<Comparison.Problem> results = new ArrayList<>();
    int next = 0;
    for (Comparison.Problem each : problems) {
      int end = next + each.pairs().size();
      results.add(
          new Comparison.Problem(
              each.objective(),
              each.start(),
              each.target(),
              each.condition(),
              each.tolerance(),
              each.level(),
              each.status(),
              each.paired(),
              each.costs(),
              List.copyOf(all.subList(next, end))));
      next = end;
    }
    return results;
  }

  private List<Comparison.Distribution> distributions(List<List<RunningTimes>> rows) {
    Map<Place, List<List<RunningTimes>>> byPlace = new LinkedHashMap<>();
    for (List<RunningTimes> row : rows) {
      byPlace.computeIfAbsent(row.get(0).problem().place(), p -> new ArrayList<>()).add(row);
    }
    return byPlace.entrySet().stream()
        .map(entry -> distribution(entry.getKey(), entry.getValue()))
        .toList();
  }

  private Comparison.Distribution distribution(Place place, List<List<RunningTimes>> targets) {
    double most =
        targets.stream()
            .flatMap(List::stream)
            .flatMapToLong(each -> Arrays.stream(each.gradients()))
            .max()
            .orElse(1);
    double[] budgets = Profiles.logarithmic(1, RESTARTS * most);
    List<Comparison.Curve> curves =
        IntStream.range(0, optimizers.size())
            .parallel()
            .mapToObj(i -> curve(targets.stream().map(row -> row.get(i)).toList(), budgets))
            .toList();
    Map<String, Comparison.Curve> byOptimizer = new LinkedHashMap<>();
    for (int i = 0; i < optimizers.size(); i++) {
      byOptimizer.put(optimizers.get(i), curves.get(i));
    }
    return new Comparison.Distribution(place.objective(), place.start(), budgets, byOptimizer);
  }

  private Comparison.Curve curve(List<RunningTimes> targets, double[] budgets) {
    List<Trials> trials = targets.stream().map(RunningTimes::trials).toList();
    RandomGenerator random = random(targets.get(0), "restarts");
    RuntimeDistribution distribution = RuntimeDistribution.of(trials, random);
    double[] share = Arrays.stream(budgets).map(distribution::share).toArray();
    double[][] band = RuntimeDistribution.band(trials, budgets, CONFIDENCE, random);
    return new Comparison.Curve(share, band[0], band[1]);
  }
}
