package org.separatrix.runner.across;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.separatrix.runner.compare.ComparedProblem;
import org.separatrix.runner.compare.ComparedTarget;
import org.separatrix.runner.compare.RunningTimes;
import org.separatrix.runner.yaml.YamlNumbers;

/**
 * Which objectives, starts and optimizers of two studies are the same, by what their entries say,
 * whatever they are called.
 *
 * @param earlier one study
 * @param later the other
 * @param objectives names in the later study by the name in the earlier one
 * @param starts likewise
 * @param optimizers likewise
 * @param unmatched what of the earlier study has no match, and why
 */
record Matching(
    ComparedStudy earlier,
    ComparedStudy later,
    Map<String, String> objectives,
    Map<String, String> starts,
    Map<String, String> optimizers,
    List<String> unmatched) {
  /** Levels of one target may differ by this share of the tolerance, such as by rounding of f*. */
  private static final double SAME_LEVEL = 1e-3;

  static Matching of(ComparedStudy earlier, ComparedStudy later) {
    List<String> unmatched = new ArrayList<>();
    Matching matching =
        new Matching(
            earlier,
            later,
            match("objective", earlier.objectives(), later.objectives(), later, unmatched),
            match("start", earlier.starts(), later.starts(), later, unmatched),
            match("optimizer", earlier.optimizers(), later.optimizers(), later, unmatched),
            unmatched);
    matching.compareStops();
    return matching;
  }

  private static Map<String, String> match(
      String kind,
      Map<String, Map<String, Object>> from,
      Map<String, Map<String, Object>> to,
      ComparedStudy later,
      List<String> unmatched) {
    Map<String, String> names = new LinkedHashMap<>();
    from.forEach(
        (name, entry) -> {
          // The one of the same name first, should several say the same.
          Optional<String> same =
              entry.equals(to.get(name))
                  ? Optional.of(name)
                  : to.entrySet().stream()
                      .filter(each -> each.getValue().equals(entry))
                      .map(Map.Entry::getKey)
                      .findFirst();
          same.ifPresentOrElse(
              match -> names.put(name, match),
              () ->
                  unmatched.add(
                      "%s '%s' has no equal in %s: %s"
                          .formatted(kind, name, later.label(), reason(entry, to.get(name)))));
        });
    return names;
  }

  private static String reason(Map<String, Object> entry, @Nullable Map<String, Object> other) {
    if (other == null) {
      return "nothing is called so there, and nothing says the same";
    }
    TreeSet<String> keys = new TreeSet<>(entry.keySet());
    keys.addAll(other.keySet());
    return String.join(
        ", ",
        keys.stream()
            .filter(key -> !Objects.equals(entry.get(key), other.get(key)))
            .map(
                key ->
                    "%s is %s here, %s there"
                        .formatted(key, text(entry.get(key)), text(other.get(key))))
            .toList());
  }

  private static String text(@Nullable Object value) {
    if (value instanceof Double number && Double.isFinite(number)) {
      return YamlNumbers.text(number);
    }
    return value == null ? "absent" : value.toString();
  }

  /** What a run costs that is given up depends on it, what it costs to succeed does not. */
  private void compareStops() {
    if (!earlier.stop().equals(later.stop())) {
      unmatched.add(
          "stop differs in %s: %s; so runs were not given up alike"
              .formatted(later.label(), reason(earlier.stop(), later.stop())));
    }
  }

  /**
   * Returns the running times in the later study on a problem of the earlier one, by its name of
   * the optimizer; empty if there are none.
   */
  List<RunningTimes> laterTimes(ComparedProblem problem) {
    return later.times().stream().filter(each -> isSame(problem, each.problem())).toList();
  }

  private boolean isSame(ComparedProblem here, ComparedProblem there) {
    ComparedTarget target = here.target();
    return there.objective().equals(objectives.get(here.objective()))
        && there.start().equals(starts.get(here.start()))
        && there.target().kind() == target.kind()
        && there.target().tolerance() == target.tolerance()
        && Math.abs(there.target().level() - target.level()) <= SAME_LEVEL * target.tolerance();
  }

  /**
   * Tells whether run r starts at the same point in both studies: the random numbers of a start
   * follow from the seed and from the names of the objective and the start.
   */
  boolean isPaired(ComparedProblem.Place place) {
    return earlier.seed() == later.seed()
        && place.objective().equals(objectives.get(place.objective()))
        && place.start().equals(starts.get(place.start()));
  }
}
