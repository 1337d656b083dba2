package org.separatrix.core.region;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Fate;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalFormula;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.rounding.GradientRounding;

class CertifiedRegionsTest {
  private static final CompiledFormula LEE = Laboratory.compiled(Laboratory.LEE);

  private final Random random = new Random(5);

  @Test
  void endsOnLeesFunction() {
    CertifiedRegions regions = regions(Method.gradientDescent(0.08));

    assertThat(regions.fateOf(0, 1)).isEqualTo(Fate.CERTIFIED_MINIMUM);
    assertThat(regions.fateOf(1e-9, -1)).isEqualTo(Fate.CERTIFIED_MINIMUM);
    assertThat(regions.regionOf(0, 0.99)).isNotEqualTo(regions.regionOf(0, -0.99));
    assertThat(regions.fateOf(1e-9, 1e-3)).isEqualTo(Fate.CERTIFIED_LEFT_SADDLE);
    assertThat(regions.fateOf(1e-9, 0)).isEqualTo(Fate.UNDECIDED);
    assertThat(regions.fateOf(0, 6)).isEqualTo(Fate.CERTIFIED_DIVERGED);
    assertThat(regions.fateOf(0, -2.5)).isEqualTo(Fate.UNDECIDED);
    assertThat(regions.fateOf(Double.NaN, 1)).isEqualTo(Fate.UNDECIDED);
    assertThat(regions.fateOf(0, Double.NEGATIVE_INFINITY)).isEqualTo(Fate.UNDECIDED);
  }

  @Test
  void manyEndsAtOnceAsOneByOne() {
    for (Method method : List.of(Method.gradientDescent(0.08), Method.heavyBall(0.08, 0.9))) {
      CertifiedRegions regions = regions(method);
      int size = 2 * method.b().length;
      int runs = 20_000;
      double[][] states = new double[size][runs];
      for (int i = 0; i < size; i++) {
        for (int run = 0; run < runs; run++) {
          states[i][run] = i < 2 ? 6 * random.nextDouble() - 3 : states[i - 2][run] + 0.01;
        }
      }
      int[] region = new int[runs];
      regions.regionsOf(states, region, runs);
      for (int run = 0; run < runs; run++) {
        double[] state = new double[size];
        for (int i = 0; i < size; i++) {
          state[i] = states[i][run];
        }
        assertThat(region[run]).isEqualTo(slowly(regions, state));
      }
      Map<Fate, Integer> counts = regions.count(region);
      assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(runs);
      assertThat(counts.get(Fate.CERTIFIED_MINIMUM)).isPositive();
      assertThat(counts.get(Fate.CERTIFIED_LEFT_SADDLE)).isPositive();
      assertThat(counts.get(Fate.UNDECIDED)).isPositive();
    }
  }

  private static int slowly(CertifiedRegions regions, double[] state) {
    for (int r = 0; r < regions.regions().size(); r++) {
      if (regions.regions().get(r).contains(state)) {
        return r;
      }
    }
    return CertifiedRegions.UNDECIDED;
  }

  /** Around the boundary, to the last bit, against exact arithmetic. */
  @Test
  void theQuickDecisionIsNeverWrong() {
    CaptureBall ball = ball(Method.gradientDescent(0.08));
    Prefilter prefilter = Prefilter.of(ball);
    BigDecimal radius = new BigDecimal(ball.radius());
    int quick = 0;
    for (int i = 0; i < 20_000; i++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double distance =
          ball.radius() * (1 + Math.pow(10, -17 * random.nextDouble()) * (i % 2 == 0 ? 1 : -1));
      double x = distance * Math.cos(angle);
      double y = 1 + distance * Math.sin(angle);
      BigDecimal height = new BigDecimal(y).subtract(BigDecimal.ONE);
      BigDecimal squared =
          new BigDecimal(x).pow(2).add(height.multiply(height)).subtract(radius.pow(2));
      Prefilter.Answer answer = prefilter.test(new double[] {x, y});
      quick += answer == Prefilter.Answer.UNSURE ? 0 : 1;
      if (squared.signum() > 0) {
        assertThat(answer).isNotEqualTo(Prefilter.Answer.INSIDE);
        assertThat(ball.contains(x, y)).isFalse();
      } else {
        assertThat(answer).isNotEqualTo(Prefilter.Answer.OUTSIDE);
      }
    }
    assertThat(quick).isGreaterThan(10_000);
  }

  @Test
  void theQuickDecisionAgreesWithTheSlowOneInAdaptedCoordinates() {
    CaptureBall ball = ball(Method.heavyBall(0.08, 0.9));
    Prefilter prefilter = Prefilter.of(ball);
    int quick = 0;
    for (int i = 0; i < 5000; i++) {
      double distance =
          ball.radius() * (1 + Math.pow(10, -16 * random.nextDouble()) * (i % 2 == 0 ? 1 : -1));
      double[] state = Steps.random(ball.restingState(), ball.coordinates(), distance, random);
      Prefilter.Answer answer = prefilter.test(state);
      quick += answer == Prefilter.Answer.UNSURE ? 0 : 1;
      if (answer == Prefilter.Answer.INSIDE) {
        assertThat(ball.distance(state).low()).isLessThanOrEqualTo(ball.radius());
      } else if (answer == Prefilter.Answer.OUTSIDE) {
        assertThat(ball.contains(state)).isFalse();
      }
    }
    assertThat(quick).isGreaterThan(2500);
  }

  private static CaptureBall ball(Method method) {
    return search(method).around(IntervalVector.point(0, 1)).orElseThrow();
  }

  private static CaptureSearch search(Method method) {
    return new CaptureSearch(
        new IntervalFormula(LEE), method, Optional.of(GradientRounding.of(LEE)));
  }

  private static CertifiedRegions regions(Method method) {
    IntervalFormula f = new IntervalFormula(LEE);
    List<CertifiedRegion> regions = new ArrayList<>();
    search(method).around(IntervalVector.point(0, 1)).ifPresent(regions::add);
    search(method).around(IntervalVector.point(0, -1)).ifPresent(regions::add);
    regions.addAll(new SaddleSearch(f, method).at(IntervalVector.point(0, 0)));
    regions.addAll(new DivergenceSearch(f, method).regions());
    return new CertifiedRegions(regions);
  }
}
