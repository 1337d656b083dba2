package org.separatrix.runner.across;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.separatrix.runner.compare.ComparedProblem;
import org.separatrix.runner.compare.Comparing;
import org.separatrix.runner.compare.Comparison;
import org.separatrix.runner.compare.PairTests;
import org.separatrix.runner.compare.RunningTimes;

/**
 * What several studies say of optimizers on the problems that all of them have.
 *
 * @param studies the studies, in the order given
 * @param comparison all their optimizers, each with its study; absent of any, if there is no common
 *     problem
 * @param level chance of any false regression
 * @param tests number of tests for regressions
 * @param changes each optimizer of the first study in each later one that has an equal entry
 * @param unmatched what could not be matched, and why
 */
public record AcrossStudies(
    List<Source> studies,
    Comparison comparison,
    double level,
    int tests,
    List<Change> changes,
    List<String> unmatched) {
  /** Chance of any false regression: low enough to let a build fail on one. */
  private static final double LEVEL = 0.01;

  /**
   * A study.
   *
   * @param folder its label
   * @param study its name
   * @param version of the program
   * @param seed its seed
   */
  public record Source(String folder, String study, String version, long seed) {}

  /**
   * An optimizer on a problem, before and after.
   *
   * @param folder label of the later study
   * @param objective name of the objective
   * @param start name of the start
   * @param condition the target
   * @param optimizer name of the optimizer
   * @param tests of the later result, first, and the earlier one, second
   * @param regression whether it needs significantly more, or reaches the target less often
   */
  public record Change(
      String folder,
      String objective,
      String start,
      String condition,
      String optimizer,
      Comparison.Pair tests,
      boolean regression) {}

  /** Returns the changes for the worse. */
  public List<Change> regressions() {
    return changes.stream().filter(Change::regression).toList();
  }

  /**
   * Compares studies.
   *
   * @param studies one or more; the first is the one that later ones are held against
   */
  public static AcrossStudies of(List<ComparedStudy> studies) {
    ComparedStudy first = studies.get(0);
    List<Matching> matchings =
        studies.stream().skip(1).map(later -> Matching.of(first, later)).toList();
    Set<String> unmatched = new LinkedHashSet<>();
    matchings.forEach(matching -> unmatched.addAll(matching.unmatched()));
    Set<ComparedProblem> problems = new LinkedHashSet<>();
    first.times().forEach(each -> problems.add(each.problem()));
    List<RunningTimes> times = new ArrayList<>();
    for (ComparedProblem problem : problems) {
      addTimes(times, problem, first, matchings, unmatched);
    }
    List<Change> changes = changes(first, matchings);
    return new AcrossStudies(
        studies.stream()
            .map(each -> new Source(each.label(), each.name(), each.version(), each.seed()))
            .toList(),
        Comparing.compare(
            times,
            place -> matchings.stream().allMatch(each -> each.isPaired(place)),
            first.seed(),
            List.of()),
        LEVEL,
        2 * changes.size(),
        changes,
        List.copyOf(unmatched));
  }

  /** Adds what all studies have on a problem, or says which has nothing. */
  private static void addTimes(
      List<RunningTimes> times,
      ComparedProblem problem,
      ComparedStudy first,
      List<Matching> matchings,
      Set<String> unmatched) {
    List<RunningTimes> found = new ArrayList<>();
    for (RunningTimes each : first.times()) {
      if (each.problem().equals(problem)) {
        found.add(named(each, problem, first, matchings.isEmpty()));
      }
    }
    for (Matching matching : matchings) {
      List<RunningTimes> there = matching.laterTimes(problem);
      if (there.isEmpty()) {
        unmatched.add(
            "%s at %s is in %s alone, not in %s"
                .formatted(
                    problem.place(),
                    problem.target().condition(),
                    first.label(),
                    matching.later().label()));
        return;
      }
      if (!matching.isPaired(problem.place())) {
        unmatched.add(
            ("%s starts at other points in %s, by another seed or name, so it is compared without"
                    + " pairing")
                .formatted(problem.place(), matching.later().label()));
      }
      there.forEach(each -> found.add(named(each, problem, matching.later(), false)));
    }
    times.addAll(found);
  }

  private static RunningTimes named(
      RunningTimes times, ComparedProblem problem, ComparedStudy study, boolean alone) {
    return times.named(
        problem, alone ? times.optimizer() : times.optimizer() + " @ " + study.label());
  }

  private static List<Change> changes(ComparedStudy first, List<Matching> matchings) {
    List<Change> changes = new ArrayList<>();
    for (Matching matching : matchings) {
      for (RunningTimes before : first.times()) {
        for (RunningTimes after : matching.laterTimes(before.problem())) {
          if (after.optimizer().equals(matching.optimizers().get(before.optimizer()))) {
            changes.add(change(matching, before, after));
          }
        }
      }
    }
    List<Comparison.Pair> adjusted =
        PairTests.adjusted(changes.stream().map(Change::tests).toList());
    List<Change> decided = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      decided.add(decided(changes.get(i), adjusted.get(i)));
    }
    return List.copyOf(decided);
  }

  private static Change change(Matching matching, RunningTimes before, RunningTimes after) {
    boolean paired = matching.isPaired(before.problem().place());
    return new Change(
        matching.later().label(),
        before.problem().objective(),
        before.problem().start(),
        before.problem().target().condition(),
        before.optimizer(),
        PairTests.test(after, before, paired),
        false);
  }

  private static Change decided(Change change, Comparison.Pair tests) {
    boolean dearer = tests.effort().effect() > 0 && tests.effort().adjusted() <= LEVEL;
    boolean rarer = tests.outcomes().effect() < 0 && tests.outcomes().adjusted() <= LEVEL;
    return new Change(
        change.folder(),
        change.objective(),
        change.start(),
        change.condition(),
        change.optimizer(),
        tests,
        dearer || rarer);
  }
}
