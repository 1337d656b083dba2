package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.minimum;
import static org.separatrix.core.manifold.Examples.planar;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;

/** The stable manifolds of Himmelblau's saddles are the boundary of a raster of limits. */
class BasinBoundaryTest {
  private static final int PIXELS = 80;
  private static final double WIDTH = 10.0 / PIXELS;
  private static final GrowthLimits LIMITS = GrowthLimits.within(Box.cube(2, -5.1, 5.1), 0.1);

  @Test
  void isTheStableManifoldsOfGradientDescent() {
    assertThat(farPairs(planar(Examples.HIMMELBLAU, descent(0.01)), 4)).isEmpty();
  }

  @Test
  void isTheTraceOfTheStableManifoldsOfHeavyBall() {
    assertThat(farPairs(planar(Examples.HIMMELBLAU, heavyBall(0.004, 0.5)), 4)).isEmpty();
  }

  @Test
  void isMissedWhereASaddleIsLeftOut() {
    assertThat(farPairs(planar(Examples.HIMMELBLAU, descent(0.01)), 3)).hasSizeGreaterThan(15);
  }

  @Test
  void hasMoreCurvesWhereHeavyBallFoldsTheSlice() {
    MethodMap map = planar(Examples.HIMMELBLAU, heavyBall(0.01, 0.5));
    List<double[][]> far = farPairs(map, 4);
    assertThat(far).isNotEmpty();
    double[][] pair = far.get(0);
    double[] seed = between(map, pair[0], pair[1]);
    boolean found = false;
    for (double[] saddle : Examples.HIMMELBLAU_SADDLES) {
      found |=
          growth(map, saddle)
              .from(seed)
              .filter(curve -> curve.distance(seed) < 1e-9 && curve.length() > 0.1)
              .isPresent();
    }
    assertThat(found).isTrue();
  }

  private static StableCurveGrowth growth(MethodMap map, double[] saddle) {
    LocalManifold manifold =
        new ParameterizationMethod(map, map.size() == 2 ? 10 : 5).stable(saddle);
    return new StableCurveGrowth(manifold, PlanarSection.ofStarts(map), LIMITS);
  }

  /** Returns neighbouring pixels of different limits more than a pixel away from the curves. */
  private static List<double[][]> farPairs(MethodMap map, int saddles) {
    List<ManifoldCurve> curves = new ArrayList<>();
    for (int i = 0; i < saddles; i++) {
      double[] saddle = Examples.HIMMELBLAU_SADDLES[i];
      curves.add(growth(map, saddle).from(saddle).orElseThrow());
    }
    int[][] limits = new int[PIXELS][PIXELS];
    for (int i = 0; i < PIXELS; i++) {
      for (int j = 0; j < PIXELS; j++) {
        limits[i][j] = minimum(map, pixel(i, j));
      }
    }
    List<double[][]> far = new ArrayList<>();
    int boundary = 0;
    for (int i = 0; i < PIXELS; i++) {
      for (int j = 0; j < PIXELS; j++) {
        for (int axis = 0; axis < 2; axis++) {
          int k = Math.min(i + 1 - axis, PIXELS - 1);
          int l = Math.min(j + axis, PIXELS - 1);
          if (limits[i][j] != limits[k][l]) {
            boundary++;
            double[] middle = Vectors.scaled(0.5, Vectors.sum(pixel(i, j), 1, pixel(k, l)));
            if (curves.stream().allMatch(curve -> curve.distance(middle) > WIDTH)) {
              far.add(new double[][] {pixel(i, j), pixel(k, l)});
            }
          }
        }
      }
    }
    assertThat(boundary).isGreaterThan(2 * PIXELS);
    return far;
  }

  private static double[] pixel(int i, int j) {
    return new double[] {-5 + (i + 0.5) * WIDTH, -5 + (j + 0.5) * WIDTH};
  }

  private static double[] between(MethodMap map, double[] from, double[] to) {
    int limit = minimum(map, from);
    double[] inside = from;
    double[] outside = to;
    for (int i = 0; i < 48; i++) {
      double[] middle = Vectors.scaled(0.5, Vectors.sum(inside, 1, outside));
      if (minimum(map, middle) == limit) {
        inside = middle;
      } else {
        outside = middle;
      }
    }
    return inside;
  }
}
