package org.separatrix.analysis.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.analysis.text.Numbers;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Control;
import org.separatrix.api.analysis.ControlResult;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.StopRule;
import org.separatrix.api.analysis.StudyResult;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;

/**
 * Starts on the stable manifold of a saddle, which must reach it, and starts beside, which must
 * not.
 *
 * <p>For each deterministic method with a linearization and each strict saddle, a start at distance
 * r along a stable eigenvector is moved onto the stable manifold of the method's own map by
 * shooting. The engine then runs it together with two starts at 10^-3 r to either side of the
 * manifold. The first must come within 10^-6 r of the saddle, or as close as double precision
 * allows: where the contraction along the manifold is slow against the escape from it, the
 * geometric mean between what the start itself and the starts beside it can reach. The other two
 * must stay farther away than that and end farther than r.
 *
 * <p>A saddle is passed over if the method has an eigenvalue on the unit circle there, or if double
 * precision cannot tell the start from the ones beside it.
 */
public final class StartOnStableManifold implements Control {
  private static final String ID = "start-on-stable-manifold";
  private static final double REACHED = 1e-6;
  private static final double BESIDE = 1e-3;

  /** Least ratio between the tolerance and what the starts can come to, so that it separates. */
  private static final double MARGIN = 3;

  private static final int MOST_STEPS = 2_000_000;
  private static final int ATTEMPTS = 3;

  @Override
  public List<ControlResult> run(StudyResult result, Laboratory laboratory) {
    List<ControlResult> outcomes = new ArrayList<>();
    for (CellResult cell : result.methods()) {
      if (cell.optimizer().isDeterministic() && cell.optimizer().linearization().isPresent()) {
        Census census = result.census(cell.problem().name());
        for (CriticalPoint point : census.points()) {
          if (point.kind() == CriticalPointKind.STRICT_SADDLE) {
            outcome(cell, census, point, laboratory).ifPresent(outcomes::add);
          }
        }
      }
    }
    return outcomes;
  }

  private static Optional<ControlResult> outcome(
      CellResult cell, Census census, CriticalPoint saddle, Laboratory laboratory) {
    Optional<SaddleGeometry> geometry =
        SaddleGeometry.of(cell.optimizer().linearization().orElseThrow(), saddle);
    if (geometry.isEmpty()) {
      return Optional.empty();
    }
    double radius = SaddleGeometry.neighbourhood(census, saddle);
    double rounding = Math.ulp(1.0) * (1 + norm(saddle.x()) / radius);
    double own = geometry.get().closest(rounding);
    double beside = geometry.get().closest(BESIDE);
    double tolerance = MARGIN * own <= REACHED ? REACHED : Math.sqrt(own * beside);
    if (beside < MARGIN * tolerance || tolerance < MARGIN * own) {
      return Optional.empty();
    }
    Shooting.Approach approach = shoot(cell, saddle, geometry.get(), radius, tolerance, laboratory);
    return Optional.of(judge(cell, saddle, geometry.get(), approach, tolerance, laboratory));
  }

  /** Shoots from closer by if the manifold bends too much to be found from afar. */
  private static Shooting.Approach shoot(
      CellResult cell,
      CriticalPoint saddle,
      SaddleGeometry geometry,
      double radius,
      double tolerance,
      Laboratory laboratory) {
    double steps = 100 + 2 * Math.log(tolerance) / Math.log(geometry.contraction());
    Shooting.Approach approach = new Shooting.Approach(saddle.x(), Double.NaN, 0);
    for (int i = 0; i < ATTEMPTS; i++) {
      double r = radius * Math.pow(0.25, i);
      approach =
          new Shooting(
                  laboratory.map(cell.problem(), cell.optimizer()),
                  saddle.x(),
                  geometry.stable(),
                  geometry.escaping(),
                  r,
                  geometry.growth())
              .closest(tolerance * r, (int) Math.min(MOST_STEPS, steps));
      if (approach.distance() <= tolerance * r) {
        break;
      }
    }
    return approach;
  }

  private static ControlResult judge(
      CellResult cell,
      CriticalPoint saddle,
      SaddleGeometry geometry,
      Shooting.Approach approach,
      double tolerance,
      Laboratory laboratory) {
    double radius = saddle.distance(approach.start());
    double near = tolerance * radius;
    double leaving = 3 * Math.log(10 / BESIDE) / Math.log(geometry.growth());
    long budget = Math.max(approach.steps(), (long) Math.min(MOST_STEPS, leaving)) + 50;
    double[] center = saddle.x();
    StopRule stop =
        new StopRule(-1, budget, cell.stop().divergenceRadius(), Optional.empty())
            .within((x, lane) -> !(distance(x, lane, center) <= near));
    double[] across = geometry.escaping()[0];
    Runs runs =
        laboratory.run(
            ID + "/" + cell.id() + "/" + saddle.id(),
            cell.problem(),
            cell.optimizer(),
            new GivenStarts(
                List.of(
                    approach.start(),
                    moved(approach.start(), across, BESIDE * radius),
                    moved(approach.start(), across, -BESIDE * radius))),
            3,
            stop);
    boolean reached = hasReached(runs, 0, saddle, near);
    boolean left = hasLeft(runs, 1, saddle, radius) && hasLeft(runs, 2, saddle, radius);
    String expected =
        "%s %s, start on W^s at r = %s: comes within %s r; starts 0.001 r beside it do not, and leave"
            .formatted(
                saddle.id(),
                Numbers.point(saddle.x()),
                Numbers.number(radius),
                Numbers.number(tolerance));
    String observed =
        "%s; beside it: ended %s r and %s r away"
            .formatted(
                reached
                    ? "within %s r after %s steps"
                        .formatted(Numbers.number(tolerance), Numbers.count(runs.steps()[0]))
                    : "came no closer than %s r"
                        .formatted(Numbers.number(approach.distance() / radius)),
                Numbers.number(saddle.distance(runs.endOf(1)) / radius),
                Numbers.number(saddle.distance(runs.endOf(2)) / radius));
    return new ControlResult(ID, Optional.of(cell.id()), expected, observed, reached && left);
  }

  private static boolean hasReached(Runs runs, int run, CriticalPoint saddle, double near) {
    return runs.termination()[run] == Termination.LEFT_DOMAIN
        && saddle.distance(runs.endOf(run)) <= near;
  }

  private static boolean hasLeft(Runs runs, int run, CriticalPoint saddle, double radius) {
    return switch (runs.termination()[run]) {
      case LEFT_DOMAIN -> false;
      case DIVERGED, NON_FINITE -> true;
      case BUDGET, GRADIENT_TOLERANCE, STOPPED_BY_METHOD ->
          saddle.distance(runs.endOf(run)) > radius;
    };
  }

  private static double[] moved(double[] x, double[] direction, double distance) {
    double[] result = x.clone();
    for (int k = 0; k < result.length; k++) {
      result[k] = Math.fma(distance, direction[k], result[k]);
    }
    return result;
  }

  private static double distance(double[][] x, int lane, double[] center) {
    double sum = 0;
    for (int k = 0; k < center.length; k++) {
      sum += (x[k][lane] - center[k]) * (x[k][lane] - center[k]);
    }
    return Math.sqrt(sum);
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double entry : vector) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
