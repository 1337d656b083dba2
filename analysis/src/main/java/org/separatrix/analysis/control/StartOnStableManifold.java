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
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.optimizer.Linearization;
import org.separatrix.api.plugin.Doc;

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
  /** Configuration of the control, which has no keys. */
  @Doc(
      value =
          "Starts on the stable manifold of a strict saddle must reach it; starts beside must not.",
      example = "start-on-stable-manifold")
  public record Config() {}

  private static final String ID = "start-on-stable-manifold";
  private static final double REACHED = 1e-6;
  private static final double BESIDE = 1e-3;

  /** Least ratio between the tolerance and what the starts can come to, so that it separates. */
  private static final double MARGIN = 3;

  /**
   * Part of the tolerance that shooting aims at. The engine's steps round otherwise than the map's,
   * so its runs come less close.
   */
  private static final double AIM = 0.5;

  private static final int MOST_STEPS = 2_000_000;
  private static final int ATTEMPTS = 3;

  @Override
  public List<ControlResult> run(StudyResult result, Laboratory laboratory) {
    List<ControlResult> outcomes = new ArrayList<>();
    PassedOver passedOver = new PassedOver();
    for (CellResult cell : result.methods()) {
      if (!cell.optimizer().isDeterministic() || cell.optimizer().linearization().isEmpty()) {
        passedOver.add(cell.optimizerName(), "not a deterministic method with a linearization");
        continue;
      }
      Census census = result.census(cell.problem().name());
      List<CriticalPoint> saddles =
          census.points().stream()
              .filter(point -> point.kind() == CriticalPointKind.STRICT_SADDLE)
              .toList();
      if (saddles.isEmpty()) {
        passedOver.add(cell.problem().name(), "no strict saddle among the critical points found");
      }
      for (CriticalPoint saddle : saddles) {
        outcome(cell, census, saddle, laboratory, passedOver).ifPresent(outcomes::add);
      }
    }
    return outcomes.isEmpty()
        ? List.of(passedOver.failure(ID, "a strict saddle and a method to start on its W^s with"))
        : outcomes;
  }

  private static Optional<ControlResult> outcome(
      CellResult cell,
      Census census,
      CriticalPoint saddle,
      Laboratory laboratory,
      PassedOver passedOver) {
    String what = saddle.id() + " under " + cell.optimizerName();
    Linearization linearization = cell.optimizer().linearization().orElseThrow();
    Optional<SaddleGeometry> geometry = SaddleGeometry.of(linearization, saddle);
    if (geometry.isEmpty()) {
      passedOver.add(what, SaddleGeometry.obstacle(linearization, saddle));
      return Optional.empty();
    }
    double radius = SaddleGeometry.neighbourhood(census, saddle);
    double rounding = Math.ulp(1.0) * (1 + norm(saddle.x()) / radius);
    double own = geometry.get().closest(rounding);
    double beside = geometry.get().closest(BESIDE);
    double tolerance = MARGIN * own <= REACHED ? REACHED : Math.sqrt(own * beside);
    if (beside < MARGIN * tolerance || tolerance < MARGIN * own) {
      passedOver.add(
          what,
          "the contraction %s per step is too slow against the escape %s for double precision to"
                  .formatted(
                      Numbers.number(geometry.get().contraction()),
                      Numbers.number(geometry.get().growth()))
              + " tell W^s from what is beside it");
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
    double closest = Double.POSITIVE_INFINITY;
    Shooting.Approach best = new Shooting.Approach(saddle.x(), Double.NaN, 0, 1);
    for (int i = 0; i < ATTEMPTS && closest > tolerance; i++) {
      double r = radius * Math.pow(0.25, i);
      Shooting.Approach approach =
          new Shooting(
                  laboratory.map(cell.problem(), cell.optimizer()),
                  saddle.x(),
                  geometry.stable(),
                  geometry.escaping(),
                  r,
                  geometry.growth())
              .closest(AIM * tolerance * r, (int) Math.min(MOST_STEPS, steps));
      double distance = approach.distance() / saddle.distance(approach.start());
      if (distance < closest) {
        closest = distance;
        best = approach;
      }
    }
    return best;
  }

  private static ControlResult judge(
      CellResult cell,
      CriticalPoint saddle,
      SaddleGeometry geometry,
      Shooting.Approach approach,
      double tolerance,
      Laboratory laboratory) {
    double radius = saddle.distance(approach.start());
    double[] across = geometry.escaping()[0];
    List<double[]> starts =
        List.of(
            approach.start(),
            moved(approach.start(), across, BESIDE * radius),
            moved(approach.start(), across, -BESIDE * radius));
    double[] farthest = new double[starts.size()];
    for (int i = 0; i < approach.span(); i++) {
      Runs runs = run(cell, saddle, starts, Math.max(0, approach.steps() - i), laboratory);
      for (int run = 0; run < farthest.length; run++) {
        farthest[run] = Math.max(farthest[run], relativeDistance(runs, run, saddle, radius));
      }
    }
    double leaving = 3 * Math.log(10 / BESIDE) / Math.log(geometry.growth());
    long budget = Math.max(approach.steps(), (long) Math.min(MOST_STEPS, leaving)) + 50;
    Runs ends = run(cell, saddle, starts, budget, laboratory);
    double end = relativeDistance(ends, 1, saddle, radius);
    double otherEnd = relativeDistance(ends, 2, saddle, radius);
    boolean reached = farthest[0] <= tolerance;
    boolean missed = farthest[1] > tolerance && farthest[2] > tolerance;
    String expected =
        "%s %s, start on W^s at r = %s: comes within %s r; starts 0.001 r beside it do not, and leave"
            .formatted(
                saddle.id(),
                Numbers.point(saddle.x()),
                Numbers.number(radius),
                Numbers.number(tolerance));
    String observed =
        "at %s r after %s steps; beside it at %s r and %s r, in the end at %s r and %s r"
            .formatted(
                Numbers.number(farthest[0]),
                Numbers.count(approach.steps()),
                Numbers.number(farthest[1]),
                Numbers.number(farthest[2]),
                Numbers.number(end),
                Numbers.number(otherEnd));
    return new ControlResult(
        ID,
        Optional.of(cell.id()),
        expected,
        observed,
        reached && missed && end > 1 && otherEnd > 1);
  }

  private static Runs run(
      CellResult cell,
      CriticalPoint saddle,
      List<double[]> starts,
      long steps,
      Laboratory laboratory) {
    StopRule stop = new StopRule(-1, steps, cell.stop().divergenceRadius(), Optional.empty());
    String purpose = ID + "/" + cell.id() + "/" + saddle.id();
    return laboratory.run(
        purpose, cell.problem(), cell.optimizer(), new GivenStarts(starts), starts.size(), stop);
  }

  /** Returns the distance of a run's end in units of r; infinite if it is not a number. */
  private static double relativeDistance(Runs runs, int run, CriticalPoint saddle, double radius) {
    double distance = saddle.distance(runs.endOf(run)) / radius;
    return Double.isNaN(distance) ? Double.POSITIVE_INFINITY : distance;
  }

  private static double[] moved(double[] x, double[] direction, double distance) {
    double[] result = x.clone();
    for (int k = 0; k < result.length; k++) {
      result[k] = Math.fma(distance, direction[k], result[k]);
    }
    return result;
  }

  private static double norm(double[] vector) {
    double sum = 0;
    for (double entry : vector) {
      sum += entry * entry;
    }
    return Math.sqrt(sum);
  }
}
