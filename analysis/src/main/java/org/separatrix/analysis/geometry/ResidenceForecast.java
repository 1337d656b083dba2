package org.separatrix.analysis.geometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.Sensitivity;
import org.separatrix.core.manifold.Vectors;

/**
 * How long a run stays beside a stable manifold that starts on its series K of finite order: a
 * prediction from the residuals alone.
 *
 * <p>With s_{k+1} = R(s_k) and residuals e_k = F(K(s_k)) - K(s_{k+1}), the run's deviation from
 * K(s_k) is, to first order, delta_{k+1} = DF(K(s_k)) delta_k + e_k from delta_0 = 0. It grows like
 * z^k, as from a start that lies by the sum of the residuals' effects, z^{-k-1} e_k, off the true
 * manifold. The run has left once the part of delta along the unstable directions exceeds R.
 *
 * <p>Errors of the forecast: rounding in every step of the run and in every residual; and the terms
 * of second order in delta, N_k = F(K + delta) - F(K) - DF(K) delta, of which that many again are
 * allowed for all higher orders, their ratio being below a half.
 *
 * @param s parameters of the start; not modified
 * @param exit R
 * @param offset of the start from the true manifold, along the unstable directions
 * @param floor the offset to which rounding amounts
 * @param steps after which the run has left, if the forecast is exact; empty if rounding rules
 * @param earliest no run leaves after fewer steps
 * @param latest every run has left after so many steps; empty if rounding rules
 * @param horizon number of steps that were looked at
 */
record ResidenceForecast(
    double[] s,
    double exit,
    double offset,
    double floor,
    OptionalInt steps,
    int earliest,
    OptionalInt latest,
    int horizon) {
  /** How far beyond R the deviation is followed. */
  private static final double BEYOND = 2;

  /**
   * Forecasts.
   *
   * @param saddle the manifold near the saddle
   * @param s parameters of the start; not modified
   * @param mostSteps how far to look
   * @return empty if the run cannot be followed, or stays longer
   */
  static Optional<ResidenceForecast> of(ResidenceSetting saddle, double[] s, int mostSteps) {
    LocalManifold manifold = saddle.manifold();
    MethodMap map = manifold.map();
    List<double[]> places = new ArrayList<>();
    List<double[]> deviations = new ArrayList<>();
    List<Double> sizes = new ArrayList<>();
    double[] at = s;
    double[] place = manifold.evaluate(at);
    double[] deviation = new double[place.length];
    double rounding = 0;
    while (true) {
      places.add(place);
      deviations.add(deviation);
      sizes.add(saddle.unstablePart(deviation));
      double size = sizes.get(sizes.size() - 1) + rounding;
      if (size >= BEYOND * saddle.exit()) {
        break;
      }
      if (places.size() > mostSteps || Double.isNaN(size)) {
        return Optional.empty();
      }
      at = manifold.conjugate().evaluate(at);
      double[] next = manifold.evaluate(at);
      double[] image = map.apply(place);
      deviation = Vectors.product(map.jacobian(place), deviation);
      Vectors.add(deviation, 1, Vectors.sum(image, -1, next));
      place = next;
      rounding = saddle.fastest() * rounding + saddle.rounding();
    }
    return Optional.of(new Path(saddle, places, deviations, sizes).forecast(s));
  }

  /** Tells whether the residuals, and not rounding, decide when the run leaves. */
  boolean isDecidedByResiduals() {
    return latest.isPresent();
  }

  /** Tells whether a run that left after so many steps did as forecast. */
  boolean allows(OptionalInt left) {
    if (left.isEmpty()) {
      return latest.isEmpty();
    }
    return left.getAsInt() >= earliest
        && (latest.isEmpty() || left.getAsInt() <= latest.getAsInt());
  }

  /**
   * A way along the manifold.
   *
   * @param places K(s_k)
   * @param deviations delta_k
   * @param sizes of their unstable parts
   */
  private record Path(
      ResidenceSetting saddle,
      List<double[]> places,
      List<double[]> deviations,
      List<Double> sizes) {
    ResidenceForecast forecast(double[] s) {
      int last = places.size() - 1;
      Sensitivity sensitivity = Sensitivity.along(saddle.manifold().map(), places, saddle.slope());
      double rounding = 2 * saddle.rounding() * sensitivity.ofEveryStep();
      double curvature = 2 * secondOrder(sensitivity);
      OptionalInt steps = OptionalInt.empty();
      OptionalInt latest = OptionalInt.empty();
      int earliest = last;
      for (int k = last; k >= 0; k--) {
        // Errors shrink backwards as slowly as the slowest unstable direction, or faster.
        double share = Math.pow(saddle.slowest(), k - last);
        double error = (rounding + curvature) * share;
        if ((sizes.get(k) + error) * (1 + 2 * saddle.curvature()) > saddle.exit()) {
          earliest = k;
        }
        if (sizes.get(k) > saddle.exit()) {
          steps = OptionalInt.of(k);
        }
        if (sizes.get(k) - error > saddle.exit()) {
          latest = OptionalInt.of(k);
        }
      }
      return new ResidenceForecast(
          s,
          saddle.exit(),
          startOffset(sensitivity, saddle.offManifold(deviations.get(last))),
          rounding / sensitivity.amplification(0),
          latest.isPresent() ? steps : OptionalInt.empty(),
          earliest,
          latest,
          last);
    }

    /** Sum of the effects of the terms of second order, without regard to their signs. */
    private double secondOrder(Sensitivity sensitivity) {
      MethodMap map = saddle.manifold().map();
      double sum = 0;
      for (int k = 0; k + 1 < places.size(); k++) {
        double[] place = places.get(k);
        double[] deviation = deviations.get(k);
        double[] term = map.apply(Vectors.sum(place, 1, deviation));
        Vectors.add(term, -1, map.apply(place));
        Vectors.add(term, -1, Vectors.product(map.jacobian(place), deviation));
        sum += Vectors.norm(sensitivity.effect(k + 1, term));
      }
      return sum;
    }

    /** The offset along the unstable directions that does the same as all residuals. */
    private double startOffset(Sensitivity sensitivity, double[] end) {
      double[][] complement = saddle.manifold().complement();
      int u = end.length;
      double[][] effects = new double[u][u];
      for (int j = 0; j < u; j++) {
        double[] effect = sensitivity.effect(0, Vectors.column(complement, j));
        for (int i = 0; i < u; i++) {
          effects[i][j] = effect[i];
        }
      }
      try {
        return new LUDecomposition(new Array2DRowRealMatrix(effects, false))
            .getSolver()
            .solve(new ArrayRealVector(end, false))
            .getNorm();
      } catch (MathRuntimeException singular) {
        return Double.NaN;
      }
    }
  }
}
