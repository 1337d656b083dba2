package org.separatrix.analysis.basin;

import java.util.ArrayList;
import java.util.List;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldCoordinates;
import org.separatrix.core.manifold.ManifoldCurve;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.Sensitivity;

/**
 * How far to the side of a saddle a run passes it that starts beside a stable manifold of
 * codimension one, to first order in the offset of the start.
 *
 * <p>With p_k the derivative of the unstable coordinate t near the saddle by the k-th state, an
 * offset v of the start changes t by p_0 v, and an error e of a step by p_k e. Near the saddle p_k
 * grows by z from a step to the one before, so that the steps that follow add at most z/(z - 1)
 * times the last one.
 *
 * @param effect |t| for a unit offset along the plane's normal of the curve
 * @param resolution |t| of a start on the computed curve at most: the curve's own error, and
 *     rounding in every step
 */
record Passage(double effect, double resolution) {
  /**
   * Follows the run from a point of a curve.
   *
   * @param manifold near the saddle
   * @param slice the plane of starts
   * @param curve a curve of starts that go to the saddle
   * @param i number of a point of it
   * @param normal a unit vector in the plane; not modified
   * @param rounding error of one step
   */
  static Passage of(
      LocalManifold manifold,
      PlanarSlice slice,
      ManifoldCurve curve,
      int i,
      double[] normal,
      double rounding) {
    MethodMap map = manifold.map();
    double[] u = curve.points()[i];
    double[] start = slice.position(u[0], u[1]);
    double[] moved = slice.position(u[0] + normal[0], u[1] + normal[1]);
    for (int k = 0; k < moved.length; k++) {
      moved[k] -= start[k];
    }
    List<double[]> run = new ArrayList<>();
    double[] state = map.resting(start);
    for (int k = 0; k <= curve.iterations()[i]; k++) {
      run.add(state);
      state = map.apply(state);
    }
    Sensitivity sensitivity =
        Sensitivity.along(map, run, ManifoldCoordinates.slopeAtRest(manifold));
    double growth = manifold.otherMultipliers().get(0).modulus();
    double errors =
        sensitivity.amplification(0)
            + sensitivity.ofEveryStep()
            + growth / (growth - 1) * sensitivity.amplification(run.size() - 1);
    double effect = Math.abs(sensitivity.effect(0, map.resting(moved))[0]);
    return new Passage(effect, curve.residuals()[i] * effect + rounding * errors);
  }
}
