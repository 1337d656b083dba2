package org.separatrix.analysis.share;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.plugin.Doc;
import org.separatrix.core.statistics.ClopperPearson;

/**
 * A control on cells where theory gives critical points that are not local minima a positive share
 * of the runs: the apparatus must measure that share.
 *
 * <p>Passed if the share is above 0 and the expected share agrees with the count, each at the
 * confidence 1 - 1e-6 and whichever way the unresolved runs go, of which there must be fewer than
 * 1%.
 */
public final class PositiveShare implements Control {
  static final String EXPECTED =
      "Share of the runs that theory sends there, strictly between 0 and 1.";
  static final String POINT =
      "Coordinates of the critical point; all of the control's kind if absent.";

  private static final double CONFIDENCE = 1 - 1e-6;

  private static final double MOST_UNRESOLVED = 0.01;

  /** How far the point named in the configuration may lie from the one meant, in diameters. */
  private static final double NEARNESS = 1e-3;

  private final String id;
  private final String kind;
  private final Predicate<CriticalPointKind> counts;
  private final Config config;

  private PositiveShare(
      String id, String kind, Predicate<CriticalPointKind> counts, Config config) {
    this.id = id;
    this.kind = kind;
    this.counts = counts;
    this.config = config;
  }

  /**
   * Returns the control {@code collapse}: a step that maps a set of positive measure onto the
   * stable manifold of a strict saddle, so that alpha &lt; 1/L cannot be dropped from the avoidance
   * theorem.
   *
   * @param config the expected share
   */
  public static PositiveShare collapse(Config config) {
    return new PositiveShare(
        "collapse", "strict saddles or local maxima", CriticalPointKind::isStrict, config);
  }

  /**
   * Returns the control {@code non-strict-saddle}: a critical point without a negative eigenvalue
   * that attracts a set of positive measure, so that strictness cannot be dropped from the
   * avoidance theorem.
   *
   * @param config the expected share
   */
  public static PositiveShare nonStrictSaddle(Config config) {
    return new PositiveShare(
        "non-strict-saddle",
        "degenerate points",
        kind -> kind == CriticalPointKind.DEGENERATE,
        config);
  }

  @Override
  public void check(List<Problem> problems) {
    double[] place = config.point();
    for (Problem problem : problems) {
      if (place != null && place.length != problem.dimension()) {
        throw new IllegalArgumentException(
            "point has dimension %d, but objective '%s' has dimension %d"
                .formatted(place.length, problem.name(), problem.dimension()));
      }
    }
  }

  @Override
  public List<ControlResult> run(StudyResult result, Laboratory laboratory) {
    List<ControlResult> results = new ArrayList<>();
    for (CellResult cell : result.cells()) {
      results.add(run(cell, points(result.census(cell.problem().name()))));
    }
    return results;
  }

  private ControlResult run(CellResult cell, List<CriticalPoint> points) {
    if (points.isEmpty()) {
      return result(cell, "none of them is among the critical points found", false);
    }
    long hits = points.stream().mapToLong(point -> cell.runsTo(point.id())).sum();
    double low = ClopperPearson.interval(hits, cell.runs(), CONFIDENCE).low();
    double high = ClopperPearson.interval(hits + cell.unresolved(), cell.runs(), CONFIDENCE).high();
    boolean resolved = (double) cell.unresolved() < MOST_UNRESOLVED * (double) cell.runs();
    boolean passed = low > 0 && low <= config.expected() && config.expected() <= high && resolved;
    String observed =
        "share %s, %s of %s runs (%s to %s at confidence 1 - 1e-6), %s unresolved%s"
            .formatted(
                Numbers.number((double) hits / (double) cell.runs()),
                Numbers.count(hits),
                Numbers.count(cell.runs()),
                Numbers.number(low),
                Numbers.number(high),
                Numbers.count(cell.unresolved()),
                resolved ? "" : ", too many");
    return result(cell, observed, passed);
  }

  private ControlResult result(CellResult cell, String observed, boolean passed) {
    String place = config.point() == null ? "" : " near " + Numbers.point(config.point());
    return new ControlResult(
        id,
        Optional.of(cell.id()),
        "share %s of the runs ends at %s%s"
            .formatted(Numbers.number(config.expected()), kind, place),
        observed,
        passed);
  }

  private List<CriticalPoint> points(Census census) {
    double[] place = config.point();
    double reach = NEARNESS * census.problem().domain().diameter();
    return census.points().stream()
        .filter(point -> counts.test(point.kind()))
        .filter(
            point ->
                place == null
                    || (place.length == point.dimension() && point.distance(place) <= reach))
        .toList();
  }

  /**
   * What theory gives, whichever the control.
   *
   * @param expected the share that theory gives, strictly between 0 and 1
   * @param point the critical point that the runs go to; all of the kind if absent; copied
   */
  public record Config(double expected, double @Nullable [] point) {
    /** Checks the share and copies the point. */
    public Config {
      if (!(expected > 0 && expected < 1)) {
        throw new IllegalArgumentException(
            "expected is " + expected + ": it must lie strictly between 0 and 1");
      }
      point = point == null ? null : point.clone();
    }

    /**
     * Returns a configuration for all points of the control's kind.
     *
     * @param expected the share that theory gives
     */
    public static Config anywhere(double expected) {
      return new Config(expected, null);
    }

    @Override
    public double @Nullable [] point() {
      return point == null ? null : point.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Config config
          && expected == config.expected
          && Arrays.equals(point, config.point);
    }

    @Override
    public int hashCode() {
      return 31 * Double.hashCode(expected) + Arrays.hashCode(point);
    }
  }

  /**
   * Keys of {@code collapse}.
   *
   * @param expected the share that theory gives
   * @param point the critical point that the runs go to; all of the kind if absent
   */
  @Doc(
      value =
          "A step such as alpha = 1/L that maps a set of positive measure onto the stable manifold of a"
              + " strict saddle or maximum: the share of such runs must be measured.",
      example = "{type: collapse, expected: 0.5}")
  public record CollapseConfig(
      @Doc(value = EXPECTED, example = "0.5") double expected,
      @Doc(value = POINT, example = "[0, 0]") double @Nullable [] point) {
    /** Checks the share and copies the point. */
    public CollapseConfig {
      point = new Config(expected, point).point();
    }

    /** Returns what theory gives. */
    public Config share() {
      return new Config(expected, point);
    }
  }

  /**
   * Keys of {@code non-strict-saddle}.
   *
   * @param expected the share that theory gives
   * @param point the critical point that the runs go to; all of the kind if absent
   */
  @Doc(
      value =
          "A degenerate point without a negative eigenvalue that attracts a set of positive measure: the"
              + " share of such runs must be measured.",
      example = "{type: non-strict-saddle, expected: 0.5}")
  public record NonStrictSaddleConfig(
      @Doc(value = EXPECTED, example = "0.5") double expected,
      @Doc(value = POINT, example = "[0, 0]") double @Nullable [] point) {
    /** Checks the share and copies the point. */
    public NonStrictSaddleConfig {
      point = new Config(expected, point).point();
    }

    /** Returns what theory gives. */
    public Config share() {
      return new Config(expected, point);
    }
  }
}
