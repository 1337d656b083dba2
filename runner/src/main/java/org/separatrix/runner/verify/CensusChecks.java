package org.separatrix.runner.verify;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.core.census.BlockCensus;
import org.separatrix.core.census.CertifiedCensus;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.PointVerification;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.census.UndecidedRegion;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.runner.certify.CensusEntry;
import org.separatrix.runner.certify.CensusEntry.Block;
import org.separatrix.runner.certify.CensusEntry.Undecided;
import org.separatrix.runner.certify.PointEntry;

/** Checks critical points one by one, and that there are no others by searching again. */
final class CensusChecks {
  private final IntervalExtension extension;
  private final IntervalVector domain;
  private final Checks checks;

  CensusChecks(IntervalExtension extension, IntervalVector domain, Checks checks) {
    this.extension = extension;
    this.domain = domain;
    this.checks = checks;
  }

  void check(CensusEntry stored, SeparableCensus again) {
    List<IntervalExtension> functions = Subject.functions(extension);
    if (stored.blocks().size() != again.blocks().size()) {
      checks.refute(
          "critical points",
          "the function is said to be a sum of %d, it is one of %d"
              .formatted(stored.blocks().size(), again.blocks().size()));
      return;
    }
    for (int n = 0; n < functions.size(); n++) {
      check(stored.blocks().get(n), again.blocks().get(n), functions.get(n));
    }
    listed(stored, again);
    numbers(stored, again);
  }

  private void check(Block stored, BlockCensus again, IntervalExtension function) {
    String name =
        again.variables().size() == domain.dimension()
            ? "critical points"
            : "critical points in coordinates "
                + again.variables().stream().map(k -> k + 1).toList();
    if (!stored.variables().equals(again.variables())) {
      checks.refute(name, "they are said to be in coordinates " + stored.variables());
      return;
    }
    List<String> objections = new ArrayList<>();
    for (int i = 0; i < stored.points().size(); i++) {
      objections(function, again.census().box(), i, stored.points().get(i), objections);
    }
    checks.addAll(
        name,
        objections,
        "%d proved to exist, with kind and eigenvalues".formatted(stored.points().size()));
    others(name, stored, again.census());
  }

  /** Says what cannot be proved of a point. */
  private static void objections(
      IntervalExtension function,
      IntervalVector box,
      int number,
      PointEntry stored,
      List<String> objections) {
    String name = "c" + (number + 1) + ": ";
    int d = box.dimension();
    if (stored.enclosure().size() != d
        || stored.uniqueness().size() != d
        || stored.eigenvalues().size() != d) {
      objections.add(name + "it needs %d intervals of each kind".formatted(d));
      return;
    }
    CertifiedPoint claim = stored.claim();
    PointVerification.of(function, box, claim)
        .objections()
        .forEach(objection -> objections.add(name + objection));
    if (!stored.kind().equals(claim.kind().label())) {
      objections.add(
          name
              + "it is called %s, but its index says %s"
                  .formatted(stored.kind(), claim.kind().label()));
    }
    if (!stored.placement().equals(claim.placement().label())) {
      objections.add(
          name + "its placement is '%s', which says nothing".formatted(stored.placement()));
    }
  }

  /** Each critical point must lie in exactly one stored enclosure or in an undecided region. */
  private void others(String name, Block stored, CertifiedCensus again) {
    List<String> objections = new ArrayList<>();
    for (CertifiedPoint point : again.points()) {
      long matches =
          stored.points().stream()
              .filter(each -> each.enclosure().size() == again.box().dimension())
              .filter(each -> !claimed(each).intersection(point.enclosure()).isEmpty())
              .count();
      if (matches > 1) {
        objections.add("the point in %s is listed %d times".formatted(point.enclosure(), matches));
      } else if (matches == 0 && !isUndecided(stored, point.enclosure())) {
        objections.add("the critical point in %s is missing".formatted(point.enclosure()));
      }
    }
    for (UndecidedRegion region : again.undecided()) {
      if (stored.undecided().stream().noneMatch(each -> admits(each, region))) {
        objections.add("the undecided region %s is missing".formatted(region.hull()));
      }
    }
    if (stored.ending() == CertifiedCensus.Ending.FINISHED
        && again.ending() != CertifiedCensus.Ending.FINISHED) {
      objections.add("the search is said to have finished, but ended with " + again.ending());
    }
    if (again.ending() == CertifiedCensus.Ending.FINISHED
        && stored.points().size() > again.points().size()) {
      objections.add(
          "%d points are listed, there are %d"
              .formatted(stored.points().size(), again.points().size()));
    }
    if (stored.degree() != null
        && (again.degree().isEmpty() || again.degree().getAsInt() != stored.degree())) {
      objections.add(
          "the degree is said to be %d, it is %s".formatted(stored.degree(), again.degree()));
    }
    checks.addAll(
        name,
        objections,
        "no others but in %d undecided region%s, by another search of %,d box%s"
            .formatted(
                stored.undecided().size(),
                stored.undecided().size() == 1 ? "" : "s",
                again.boxes(),
                again.boxes() == 1 ? "" : "es"));
  }

  private static IntervalVector claimed(PointEntry point) {
    return IntervalVector.of(point.enclosure().toArray(Interval[]::new));
  }

  private static boolean isUndecided(Block stored, IntervalVector place) {
    return stored.undecided().stream()
        .filter(each -> each.extent().size() == place.dimension())
        .anyMatch(each -> extent(each).contains(place));
  }

  private static boolean admits(Undecided stored, UndecidedRegion region) {
    return stored.extent().size() == region.hull().dimension()
        && extent(stored).contains(region.hull())
        && stored.lowestEigenvalue().contains(region.lowestEigenvalue())
        && stored.reason().equals(region.reason().label())
        && (stored.degree() == null
            || (region.degree().isPresent() && region.degree().getAsInt() == stored.degree()));
  }

  private static IntervalVector extent(Undecided region) {
    return IntervalVector.of(region.extent().toArray(Interval[]::new));
  }

  private void listed(CensusEntry stored, SeparableCensus again) {
    List<PointEntry> points = stored.listed().orElse(List.of());
    if (stored.points() == null) {
      return;
    }
    List<String> objections = new ArrayList<>();
    for (int i = 0; i < points.size(); i++) {
      objections(extension, domain, i, points.get(i), objections);
    }
    long distinct = points.stream().map(PointEntry::enclosure).distinct().count();
    if (distinct != points.size() || !stored.count().equals(BigInteger.valueOf(distinct))) {
      objections.add(
          "%d different points are listed, %d are counted".formatted(distinct, stored.count()));
    }
    again.points(CensusEntry.MOST_LISTED).orElse(List.of()).stream()
        .filter(point -> points.stream().noneMatch(each -> meets(each, point)))
        .forEach(
            point ->
                objections.add("the critical point in %s is missing".formatted(point.enclosure())));
    checks.addAll(
        "list of critical points",
        objections,
        "%d proved to exist and to be different".formatted(points.size()));
  }

  private static boolean meets(PointEntry stored, CertifiedPoint point) {
    return stored.enclosure().size() == point.enclosure().dimension()
        && !claimed(stored).intersection(point.enclosure()).isEmpty();
  }

  private void numbers(CensusEntry stored, SeparableCensus again) {
    List<String> objections = new ArrayList<>();
    compare("count", stored.count(), again.count(), objections);
    compare("inside", stored.inside(), again.inside(), objections);
    compare("countsByIndex", stored.countsByIndex(), again.countsByIndex(), objections);
    compare("complete", stored.complete(), again.isComplete(), objections);
    compare("degree", stored.degree(), again.degree().orElse(null), objections);
    compare(
        "degreeAgrees", stored.degreeAgrees(), again.agreesWithDegree().orElse(null), objections);
    checks.addAll(
        "number of critical points",
        objections,
        "%,d, %s, %s"
            .formatted(
                again.count(),
                byKind(again),
                again.isComplete() ? "certainly all" : "perhaps not all"));
  }

  private static String byKind(SeparableCensus census) {
    int d = census.box().dimension();
    return IntStream.of(0, d)
        .mapToObj(
            index ->
                "%,d of kind %s"
                    .formatted(
                        census.countsByIndex().get(index),
                        index == 0
                            ? CriticalPointKind.LOCAL_MINIMUM
                            : CriticalPointKind.LOCAL_MAXIMUM))
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  private static void compare(
      String key, @Nullable Object stored, @Nullable Object again, List<String> objections) {
    if (!Objects.equals(stored, again)) {
      objections.add("%s is said to be %s, it is %s".formatted(key, stored, again));
    }
  }
}
