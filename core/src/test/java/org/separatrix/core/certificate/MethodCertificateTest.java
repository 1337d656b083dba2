package org.separatrix.core.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.objective.Box;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.region.CertifiedRegion;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;

class MethodCertificateTest {
  /** [-2, 2] in y is invariant if and only if alpha is at most 2/3. */
  @Test
  void knowsWhichStepsStay() {
    assertThat(Cases.lee(Cases.gradientDescent(0.08)).invariance())
        .isInstanceOf(Invariance.Proven.class);
    assertThat(Cases.lee(Cases.gradientDescent(0.65)).invariance())
        .isInstanceOf(Invariance.Proven.class);
    assertThat(Cases.lee(Cases.gradientDescent(0.68)).invariance())
        .isInstanceOf(Invariance.Leaves.class);
  }

  @Test
  void hasABallAtEachMinimumAndConesAtTheSaddle() {
    MethodCertificate certificate = Cases.lee(Cases.gradientDescent(0.08));

    assertThat(certificate.ends().fateOf(0.1, 0.9)).isEqualTo(Fate.CERTIFIED_MINIMUM);
    assertThat(certificate.ends().fateOf(0.1, -0.9)).isEqualTo(Fate.CERTIFIED_MINIMUM);
    assertThat(certificate.ends().fateOf(0, 0)).isEqualTo(Fate.UNDECIDED);
    assertThat(certificate.cones().fateOf(0, 1e-3)).isEqualTo(Fate.CERTIFIED_LEFT_SADDLE);
    assertThat(certificate.cones().fateOf(0.1, 0)).isEqualTo(Fate.UNDECIDED);
    assertThat(certificate.cones()).isSameAs(certificate.cones());
  }

  @Test
  void doesNotDependOnTheNumberOfThreads() {
    MethodCertificate alone = certificate(TaskPool.sequential());
    MethodCertificate together = certificate(new TaskPool(3));

    Set<Fate> met = EnumSet.noneOf(Fate.class);
    for (double x = -1; x <= 1; x += 0.05) {
      for (double y = -2; y <= 2; y += 0.05) {
        met.add(alone.ends().fateOf(x, y));
        met.add(alone.cones().fateOf(x, y));
        assertThat(together.ends().fateOf(x, y)).isEqualTo(alone.ends().fateOf(x, y));
        assertThat(together.cones().fateOf(x, y)).isEqualTo(alone.cones().fateOf(x, y));
      }
    }
    assertThat(met).contains(Fate.CERTIFIED_MINIMUM, Fate.CERTIFIED_LEFT_SADDLE, Fate.UNDECIDED);
  }

  private static MethodCertificate certificate(TaskPool pool) {
    Certifier certifier = Cases.certifier(Cases.LEE, Cases.SQUARE);
    KnownPoints points = KnownPoints.of(certifier.census(1).orElseThrow());
    return new MethodCertificate(
        certifier, Cases.gradientDescent(0.08), points, Thoroughness.QUICK, pool);
  }

  /** A minimum of which a step makes a repeller captures nothing: 2/lambda_max = 1 at (0, +-1). */
  @Test
  void hasNoBallWhereTheStepRepels() {
    assertThat(Cases.lee(Cases.gradientDescent(1.05)).ends().regions())
        .extracting(CertifiedRegion::fate)
        .doesNotContain(Fate.CERTIFIED_MINIMUM);
  }

  @Test
  void stopsWhenItIsCancelled() {
    KnownPoints points =
        KnownPoints.of(Cases.certifier(Cases.LEE, Cases.SQUARE).census(1).orElseThrow());
    Certifier cancelled =
        Certifier.of(Cases.LEE, Cases.SQUARE, Cases.effort(() -> true)).orElseThrow();

    assertThatThrownBy(
            () ->
                new MethodCertificate(
                    cancelled,
                    Cases.gradientDescent(0.08),
                    points,
                    Thoroughness.QUICK,
                    TaskPool.sequential()))
        .isInstanceOf(CancellationException.class);
  }

  /** Without points to look around there is still what holds of the step. */
  @Test
  void needsNoPoints() {
    MethodCertificate certificate =
        new MethodCertificate(
            Cases.certifier(Cases.LEE, Box.cube(2, -2, 2)),
            Cases.gradientDescent(0.08),
            KnownPoints.of(List.of()),
            Thoroughness.QUICK,
            TaskPool.sequential());

    assertThat(certificate.invariance()).isInstanceOf(Invariance.Proven.class);
    assertThat(certificate.ends().fateOf(0, 1)).isEqualTo(Fate.UNDECIDED);
    assertThat(certificate.ends().fateOf(0, 1e9)).isEqualTo(Fate.CERTIFIED_DIVERGED);
  }
}
