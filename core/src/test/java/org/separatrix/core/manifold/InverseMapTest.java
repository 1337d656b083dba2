package org.separatrix.core.manifold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.separatrix.core.manifold.Examples.descent;
import static org.separatrix.core.manifold.Examples.heavyBall;
import static org.separatrix.core.manifold.Examples.planar;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.separatrix.api.objective.Box;

class InverseMapTest {
  @Test
  void findsAllPreimagesOfLeesSaddle() {
    MethodMap map = planar(Examples.LEE, descent(0.1));
    List<double[]> preimages = new InverseMap(map).search(new double[2], Box.cube(2, -5, 5), 11);
    double[] heights = preimages.stream().mapToDouble(x -> x[1]).sorted().toArray();
    double height = Math.sqrt(11);
    assertThat(heights).containsExactly(new double[] {-height, 0, height}, within(1e-12));
    assertThat(new InverseMap(map).search(new double[2], Box.cube(2, -2, 2), 11)).hasSize(1);
  }

  @Test
  void followsAPreimageUpToTheFold() {
    double alpha = 0.1;
    MethodMap map = planar(Examples.LEE, descent(alpha));
    InverseMap inverse = new InverseMap(map);
    double fold = Math.sqrt((1 + alpha) / (3 * alpha));
    double[] before = {0.5, fold - 1e-3};
    double[] found = inverse.followed(new double[] {0, 0.2}, map.apply(before)).orElseThrow();
    assertThat(found).containsExactly(before, within(1e-9));
    double[] beyond = map.apply(0.5, fold);
    beyond[1] += 1e-3;
    assertThat(inverse.followed(new double[] {0, 0.2}, beyond)).isEmpty();
  }

  @Test
  void invertsHeavyBallEverywhere() {
    MethodMap map = planar(Examples.HIMMELBLAU, heavyBall(0.02, 0.5));
    InverseMap inverse = new InverseMap(map);
    double[] state = {4, -3, 3.5, 1};
    double[] back = inverse.near(map.apply(state), state.clone()).orElseThrow();
    assertThat(back).containsExactly(state, within(1e-11));
    double[] other = inverse.followed(new double[] {0, 0, 0, 0}, map.apply(state)).orElseThrow();
    assertThat(other).containsExactly(state, within(1e-9));
  }
}
