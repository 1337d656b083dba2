package org.separatrix.runner.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.separatrix.core.comparison.PairedEfforts;
import org.separatrix.core.comparison.PairedOutcomes;
import org.separatrix.core.comparison.UnpairedEfforts;
import org.separatrix.core.comparison.UnpairedOutcomes;
import org.separatrix.core.statistics.Holm;

/**
 * Tests of two optimizers: of their outcomes, and of their effort where both reach the target. On
 * the same starts by McNemar and Wilcoxon, on starts of their own by Fisher, Mann and Whitney.
 */
public final class PairTests {
  private PairTests() {}

  /**
   * Tests two optimizers towards one target; nothing is adjusted yet.
   *
   * @param first running times of one
   * @param second of the other
   * @param paired whether run r of both starts at the same point; the runs that both have are then
   *     compared
   */
  public static Comparison.Pair test(RunningTimes first, RunningTimes second, boolean paired) {
    return paired ? paired(first, second) : unpaired(first, second);
  }

  private static Comparison.Pair paired(RunningTimes first, RunningTimes second) {
    int runs = Math.min(first.runs(), second.runs());
    PairedOutcomes outcomes =
        PairedOutcomes.of(
            Arrays.copyOf(first.reached(), runs), Arrays.copyOf(second.reached(), runs));
    int[] both =
        IntStream.range(0, runs).filter(r -> first.reached()[r] && second.reached()[r]).toArray();
    PairedEfforts effort =
        PairedEfforts.of(
            IntStream.of(both).mapToDouble(first::cost).toArray(),
            IntStream.of(both).mapToDouble(second::cost).toArray());
    return new Comparison.Pair(
        first.optimizer(),
        second.optimizer(),
        raw(
            "McNemar",
            outcomes.onlyFirst() + outcomes.onlySecond(),
            outcomes.difference(),
            outcomes.pValue()),
        raw("Wilcoxon", effort.pairs(), effort.rankBiserialCorrelation(), effort.pValue()));
  }

  private static Comparison.Pair unpaired(RunningTimes first, RunningTimes second) {
    UnpairedOutcomes outcomes =
        new UnpairedOutcomes(
            first.trials().successes(), first.runs(), second.trials().successes(), second.runs());
    UnpairedEfforts effort = UnpairedEfforts.of(efforts(first), efforts(second));
    return new Comparison.Pair(
        first.optimizer(),
        second.optimizer(),
        raw("Fisher", first.runs() + second.runs(), outcomes.difference(), outcomes.pValue()),
        raw(
            "Mann-Whitney",
            effort.first() + effort.second(),
            effort.rankBiserialCorrelation(),
            effort.pValue()));
  }

  private static double[] efforts(RunningTimes times) {
    return IntStream.range(0, times.runs())
        .mapToDouble(times::cost)
        .filter(Double::isFinite)
        .toArray();
  }

  private static Comparison.Test raw(String name, long observations, double effect, double p) {
    return new Comparison.Test(name, observations, effect, p, p);
  }

  /**
   * Returns pairs with the p-values of all their tests adjusted together.
   *
   * @param pairs the pairs, of any problems
   */
  public static List<Comparison.Pair> adjusted(List<Comparison.Pair> pairs) {
    double[] adjusted =
        Holm.adjust(
            pairs.stream()
                .flatMap(pair -> List.of(pair.outcomes(), pair.effort()).stream())
                .mapToDouble(Comparison.Test::pValue)
                .toArray());
    List<Comparison.Pair> results = new ArrayList<>();
    for (int i = 0; i < pairs.size(); i++) {
      Comparison.Pair pair = pairs.get(i);
      results.add(
          new Comparison.Pair(
              pair.first(),
              pair.second(),
              with(pair.outcomes(), adjusted[2 * i]),
              with(pair.effort(), adjusted[2 * i + 1])));
    }
    return Collections.unmodifiableList(results);
  }

  private static Comparison.Test with(Comparison.Test test, double adjusted) {
    return new Comparison.Test(
        test.name(), test.observations(), test.effect(), test.pValue(), adjusted);
  }
}
