package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.Box;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.Vectors;

/**
 * Runs of a method's own steps from starts on the series of a local stable manifold, and when they
 * were forecast to leave.
 *
 * @param setting how runs leave the saddle
 * @param stays the runs: several distances from the saddle, whose offsets from the true manifold
 *     differ by about a factor of ten from one to the next, and the first at which rounding rules
 * @param undecided number of starts whose runs were forecast to stay longer than could be looked at
 */
record Residence(ResidenceSetting setting, List<Stay> stays, int undecided) {
  private static final int DIRECTIONS = 4;
  private static final int MOST_STEPS = 20_000;
  private static final int MOST_DISTANCES = 6;
  private static final int MOST_TRIES = 80;

  /** The residual at the largest distance, relative to it. */
  private static final double SMALL = 1e-3;

  /** A run that leaves sooner tells little. */
  private static final int FEWEST_STEPS = 10;

  /**
   * A run.
   *
   * @param forecast when it is to leave
   * @param left after how many steps it left; empty if it was still there at the end
   * @param observed number of steps that it was followed
   */
  record Stay(ResidenceForecast forecast, OptionalInt left, int observed) {
    boolean isAsForecast() {
      return forecast.allows(left);
    }
  }

  /**
   * Forecasts and measures.
   *
   * @param manifold the local stable manifold
   * @param step the method's own step
   * @param domain in which starts lie
   * @param distance of the next critical point, or a part of it, from the saddle
   * @param rounding error of one step
   */
  static Residence of(
      LocalManifold manifold, StepMap step, Box domain, double distance, double rounding) {
    ResidenceSetting setting = ResidenceSetting.of(manifold, distance, rounding);
    double[][] directions = Directions.of(manifold.dimension(), DIRECTIONS);
    double ratio = Math.pow(10, 1.0 / (manifold.order() + 1));
    List<Stay> stays = new ArrayList<>();
    double radius = domain.diameter();
    int distances = 0;
    int undecided = 0;
    for (int i = 0; i < MOST_TRIES && distances < MOST_DISTANCES; i++, radius /= ratio) {
      List<ResidenceForecast> forecasts = new ArrayList<>();
      for (double[] direction : directions) {
        double[] s = Vectors.scaled(radius, direction);
        if (isStart(manifold, s, radius, domain)) {
          Optional<ResidenceForecast> forecast = ResidenceForecast.of(setting, s, MOST_STEPS);
          undecided += forecast.isEmpty() ? 1 : 0;
          forecast.filter(found -> found.earliest() >= FEWEST_STEPS).ifPresent(forecasts::add);
        }
      }
      forecasts.forEach(forecast -> stays.add(run(setting, forecast, step)));
      distances += forecasts.isEmpty() ? 0 : 1;
      if (undecided > 0
          || (!forecasts.isEmpty()
              && forecasts.stream().noneMatch(ResidenceForecast::isDecidedByResiduals))) {
        break;
      }
    }
    return new Residence(setting, List.copyOf(stays), undecided);
  }

  private static boolean isStart(LocalManifold manifold, double[] s, double radius, Box domain) {
    MethodMap map = manifold.map();
    return domain.contains(map.position(manifold.evaluate(s)))
        && manifold.residual(s) <= SMALL * radius;
  }

  /** Follows a run until it leaves, or twice as long as it was forecast to stay at least. */
  private static Stay run(ResidenceSetting setting, ResidenceForecast forecast, StepMap step) {
    LocalManifold manifold = setting.manifold();
    int most = 2 * forecast.horizon();
    double[] s = forecast.s();
    double[] place = manifold.evaluate(s);
    double[] state = place.clone();
    double[] next = new double[state.length];
    for (int k = 0; k <= most; k++) {
      double[] deviation = Vectors.sum(state, -1, place);
      if (!(setting.unstablePart(deviation) <= setting.exit())) {
        return new Stay(forecast, OptionalInt.of(k), k);
      }
      step.apply(state, next);
      double[] swap = state;
      state = next;
      next = swap;
      s = manifold.conjugate().evaluate(s);
      place = manifold.evaluate(s);
    }
    return new Stay(forecast, OptionalInt.empty(), most);
  }

  /** Returns the runs whose residuals decide when they leave. */
  List<Stay> decidedByResiduals() {
    return stays.stream().filter(stay -> stay.forecast().isDecidedByResiduals()).toList();
  }

  /** Returns the number of runs that did not leave as forecast. */
  long deviating() {
    return stays.stream().filter(stay -> !stay.isAsForecast()).count();
  }
}
