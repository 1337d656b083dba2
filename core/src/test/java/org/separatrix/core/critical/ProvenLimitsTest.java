package org.separatrix.core.critical;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Runs;
import org.separatrix.api.analysis.Termination;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.api.objective.Formula;
import org.separatrix.api.objective.Landscape;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.certificate.EndRegions;
import org.separatrix.core.certificate.KnownPoints;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.formula.SymbolicFormulaCompiler;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;

/** Seven double wells have 2187 critical points, too many for a ball around each minimum. */
class ProvenLimitsTest {
  private static final Box CUBE = Box.cube(7, -2, 2);
  private static final LinearMethod METHOD = GradientDescentLoop.method(0.08);
  private static final double[] FIRST = {1, 1, 1, -1, 1, 1, 1};
  private static final double[] SECOND = {-1, 1, 1, -1, 1, -1, 1};
  private static final double[] THIRD = {-1, 1, 1, -1, 1, -1, -1};
  private static final double[] SADDLE = {-1, 1, 1, -1, 1, 0, 1};

  private final CompiledFormula wells =
      new SymbolicFormulaCompiler()
          .compile(
              Formula.indexed("sum(i, 1, n, x[i]^4/4 - x[i]^2/2)", 7, Map.of()),
              Landscape.on(CUBE));
  private final PointFunction function = new PointFunction(CriticalPointSearchTest.problem(wells));
  private final MethodCertificate certificate = certificate();

  @Test
  void aMinimumThatIsKnownIsFoundFromAfar() {
    assertThat(of(false, shifted(FIRST, 0.3), shifted(SECOND, -0.4))).containsExactly(0, 1);
    assertThat(of(true, shifted(FIRST, 0.3), shifted(SECOND, -0.4))).containsExactly(0, 1);
  }

  @Test
  void oneThatIsNotKnownIsUnlistedWhereNoneCanBeAdded() {
    assertThat(of(true, shifted(THIRD, 0.1))).containsExactly(RunLimits.UNLISTED);
    assertThat(of(false, shifted(THIRD, 0.1))).containsExactly(ProvenLimits.UNPROVEN);
  }

  @Test
  void aSaddleIsNoMinimum() {
    assertThat(of(true, SADDLE, shifted(SADDLE, 1e-9)))
        .containsExactly(ProvenLimits.UNPROVEN, ProvenLimits.UNPROVEN);
  }

  private int[] of(boolean isFull, double[]... ends) {
    List<CriticalPoint> points =
        Stream.of(FIRST, SECOND)
            .map(x -> new FoundPoint(RefinedPoint.at(function, x)).toCriticalPoint(function))
            .toList();
    List<Anchor> anchors = new Anchors(function, METHOD).among(points, List.of());
    ProvenLimits proven = new ProvenLimits(function, Optional.of(certificate), anchors, isFull);
    Runs runs = runs(ends);
    EndRegions regions = EndRegions.of(certificate, runs);
    int[] limits = new int[ends.length];
    Arrays.setAll(limits, i -> proven.of(regions, runs, i));
    return limits;
  }

  private static double[] shifted(double[] x, double by) {
    return Arrays.stream(x).map(each -> each + by).toArray();
  }

  private static Runs runs(double[]... ends) {
    int count = ends.length;
    double[][] x = new double[CUBE.dimension()][count];
    for (int k = 0; k < x.length; k++) {
      for (int i = 0; i < count; i++) {
        x[k][i] = ends[i][k];
      }
    }
    Termination[] termination = new Termination[count];
    Arrays.fill(termination, Termination.GRADIENT_TOLERANCE);
    return new Runs(
        0,
        x,
        x,
        new double[][][] {x},
        new double[0][],
        new double[count],
        new double[count],
        new long[count],
        termination,
        count,
        0);
  }

  private MethodCertificate certificate() {
    Effort effort = new Effort(0.01, 20_000, Duration.ofSeconds(20), () -> false);
    Certifier certifier = Certifier.of(wells, CUBE, effort).orElseThrow();
    return new MethodCertificate(
        certifier,
        METHOD,
        KnownPoints.of(certifier.census(1).orElseThrow()),
        Thoroughness.QUICK,
        TaskPool.sequential());
  }
}
