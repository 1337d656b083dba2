package org.separatrix.analysis.basin;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.hipparchus.util.MathArrays;
import org.separatrix.analysis.control.SaddleGeometry;
import org.separatrix.analysis.orbit.Orbit;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.analysis.Laboratory;
import org.separatrix.api.analysis.StepMap;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.CriticalPointKind;

/**
 * Runs from places between two basins.
 *
 * <p>Where rounding carries the two sides of such a place apart before they come anywhere, a place
 * between them is looked for again, so that the run goes on between the basins (Battelino, Grebogi,
 * Ott, Yorke and Yorke, Physica D 32, 1988). That takes a method without memory.
 *
 * @param cell has the method
 * @param census the critical points
 * @param laboratory runs starts
 */
record BoundaryRun(CellResult cell, Census census, Laboratory laboratory) {
  private static final long MOST_STEPS = 100_000;

  /** The two sides are apart at this part of the least distance that counts as near. */
  private static final double APART = 1e-3;

  /** So often a place is looked for again; beyond that nothing is told. */
  private static final int MOST_PLACES = 10;

  /**
   * Tells whether a run comes nearer to a critical point other than a minimum than a tenth of the
   * way from there to the next one, or whether that cannot be told: a run may be slow, or rounding
   * may take both sides to one minimum. What goes to a degenerate point may lie between basins as
   * well.
   *
   * @param crossing where it starts, in a slice
   * @param slice the slice
   */
  boolean comesNear(Crossing crossing, PlanarSlice slice) {
    StepMap map = laboratory.map(cell.problem(), cell.optimizer());
    List<CriticalPoint> between =
        census.points().stream()
            .filter(point -> point.kind() != CriticalPointKind.LOCAL_MINIMUM)
            .toList();
    double[] near =
        between.stream().mapToDouble(at -> SaddleGeometry.neighbourhood(census, at)).toArray();
    double least = Arrays.stream(near).min().orElse(Double.POSITIVE_INFINITY);
    boolean remembers = cell.optimizer().memory() > 0;
    Orbit low = Orbit.from(map, slice.position(crossing.low()[0], crossing.low()[1]));
    Orbit high = Orbit.from(map, slice.position(crossing.high()[0], crossing.high()[1]));
    int places = 0;
    for (long k = 0; k < Math.min(cell.stop().maxSteps(), MOST_STEPS); k++) {
      double[] x = low.position();
      for (int i = 0; i < near.length; i++) {
        if (between.get(i).distance(x) <= near[i]) {
          return true;
        }
      }
      double[] y = high.position();
      if (!remembers && !(MathArrays.distance(x, y) <= APART * least)) {
        Optional<Crossing> place =
            places++ < MOST_PLACES
                ? Crossing.between(x, y, UnaryOperator.identity(), cell, census, laboratory)
                : Optional.empty();
        if (place.isEmpty()) {
          return true;
        }
        low = Orbit.from(map, place.get().low());
        high = Orbit.from(map, place.get().high());
      }
      low.advance();
      high.advance();
    }
    Optional<CriticalPoint> below = minimum(low.position());
    Optional<CriticalPoint> above = minimum(high.position());
    return below.isEmpty() || above.isEmpty() || below.get().id().equals(above.get().id());
  }

  /** Returns the minimum that a run has come to. */
  private Optional<CriticalPoint> minimum(double[] x) {
    return census.points().stream()
        .filter(point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM)
        .filter(point -> point.distance(x) <= SaddleGeometry.neighbourhood(census, point))
        .findFirst();
  }
}
