package org.separatrix.core.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.separatrix.api.analysis.Fate;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.objective.Objective;
import org.separatrix.api.objective.Problem;
import org.separatrix.api.objective.Problem.LipschitzBound;
import org.separatrix.api.objective.Status;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.CertifiedBound;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.census.SeparableCensus;
import org.separatrix.core.contract.ObjectiveContract;
import org.separatrix.core.critical.Problems;
import org.separatrix.core.interval.EnclosedObjective;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.region.CertifiedRegions;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;

/** An objective in Java that encloses its derivatives takes part like a formula. */
class EnclosedObjectiveTest {
  private static final Box DOMAIN = Box.cube(2, -2, 2);
  private static final double MINIMUM = Math.sqrt(1 - 1 / Math.sqrt(1.2));

  private final Certifier certifier =
      Certifier.of(new TwoValleys(), DOMAIN, Effort.standard()).orElseThrow();

  @Test
  void theBoundOnLIsCertified() {
    CertifiedBound bound = certifier.lipschitz();
    assertThat(bound.upper()).isBetween(1.96, 1.96 * 1.01);
    assertThat(bound.lower()).isBetween(1.96 * 0.99, 1.96 + 1e-12);
    assertThat(certifier.smallestEigenvalue().lower()).isBetween(-0.203, -0.2 + 1e-12);

    Problem problem = complete(new TwoValleys());
    LipschitzBound lipschitz = problem.lipschitz().orElseThrow();
    assertThat(lipschitz.status()).isEqualTo(Status.CERTIFIED);
    assertThat(lipschitz.value()).isEqualTo(bound.upper());
  }

  private static Problem complete(Objective objective) {
    return Problems.complete(
        "valleys",
        objective,
        Optional.empty(),
        OptionalDouble.empty(),
        1,
        Optional.of(Effort.standard()));
  }

  @Test
  void theCensusIsCertified() {
    SeparableCensus census = certifier.census(1).orElseThrow();

    assertThat(census.isComplete()).isTrue();
    List<CertifiedPoint> points = census.points(10).orElseThrow();
    assertThat(points).hasSize(3);
    assertThat(census.nearest(0, 0).orElseThrow().kind())
        .isEqualTo(CriticalPointKind.STRICT_SADDLE);
    for (double x : new double[] {-MINIMUM, MINIMUM}) {
      CertifiedPoint minimum = census.nearest(x, 0).orElseThrow();
      assertThat(minimum.kind()).isEqualTo(CriticalPointKind.LOCAL_MINIMUM);
      assertThat(minimum.midpoint()[0]).isCloseTo(x, within(1e-9));
    }
  }

  /** In exact arithmetic, since nothing is known of how its gradient is rounded. */
  @Test
  void invarianceAndFatesAreCertified() {
    MethodCertificate certificate = certificate(0.5);

    assertThat(certificate.invariance()).isInstanceOf(Invariance.Proven.class);
    assertThat(((Invariance.Proven) certificate.invariance()).holdsForComputedStep()).isFalse();
    assertThat(certificate(2.5).invariance()).isInstanceOf(Invariance.Leaves.class);
    assertThat(fates(certificate.ends(), MINIMUM + 1e-3, -MINIMUM, 0))
        .containsExactly(Fate.CERTIFIED_MINIMUM, Fate.CERTIFIED_MINIMUM, Fate.UNDECIDED);
    assertThat(fates(certificate.cones(), 1e-3)).containsExactly(Fate.CERTIFIED_LEFT_SADDLE);
  }

  private MethodCertificate certificate(double alpha) {
    LinearMethod method =
        new LinearMethod(new double[][] {{1}}, new double[] {-alpha}, new double[] {1}) {};
    return new MethodCertificate(
        certifier,
        method,
        KnownPoints.of(certifier.census(1).orElseThrow()),
        Thoroughness.QUICK,
        TaskPool.sequential());
  }

  private static Fate[] fates(CertifiedRegions regions, double... x) {
    int[] region = new int[x.length];
    regions.regionsOf(new double[][] {x, new double[x.length]}, region, x.length);
    return Arrays.stream(region)
        .mapToObj(
            i -> i == CertifiedRegions.UNDECIDED ? Fate.UNDECIDED : regions.regions().get(i).fate())
        .toArray(Fate[]::new);
  }

  @Test
  void boundsThatAreNoIntervalSayNothing() {
    EnclosedObjective broken =
        new EnclosedObjective(
            new TwoValleys() {
              @Override
              public void encloseGradient(double[] low, double[] high, double[] to, double[] top) {
                super.encloseGradient(low, high, to, top);
                to[0] = Double.NaN;
              }
            });
    IntervalVector box = IntervalVector.of(new Interval(0, 1), new Interval(-1, 1));

    assertThat(broken.gradient(box).range().get(0)).isEqualTo(Interval.ENTIRE);
    assertThat(broken.gradient(box).isDefinedEverywhere()).isFalse();
    assertThat(broken.hessian(box).isDefinedEverywhere()).isTrue();
  }

  /** The mean-value form is narrower on small boxes, and contains the gradient. */
  @Test
  void theMeanValueFormIsOfSecondOrder() {
    EnclosedObjective objective = new EnclosedObjective(new TwoValleys());
    double x = 0.6;
    double q = 1 - x * x;
    IntervalVector box =
        IntervalVector.of(new Interval(x - 1e-3, x + 1e-3), new Interval(-1e-3, 1e-3));
    Interval natural = objective.gradient(box).range().get(0);
    Interval form = objective.meanValueGradient(box).range().get(0);

    assertThat(form.contains(x * (1 - 1.2 * q * q))).isTrue();
    double bend = 1 + 1.2 * (4 * q - 5 * q * q);
    assertThat(form.width()).isBetween(2e-3 * bend * 0.99, 2e-3 * bend * 1.02);
    assertThat(form.width()).isLessThanOrEqualTo(natural.width());
  }

  @Test
  void theContractAcceptsRightEnclosures() {
    assertThat(ObjectiveContract.violations(new TwoValleys(), 5)).isEmpty();
  }

  @Test
  void theContractCatchesNarrowGradients() {
    assertOnly(
        "component 1 of the gradient",
        new TwoValleys() {
          @Override
          public void encloseGradient(double[] low, double[] high, double[] to, double[] top) {
            super.encloseGradient(low, high, to, top);
            double middle = to[0] / 2 + top[0] / 2;
            to[0] = middle + 0.8 * (to[0] - middle);
            top[0] = middle + 0.8 * (top[0] - middle);
          }
        });
  }

  /** Derivatives at the middle of the box alone, a common mistake. */
  @Test
  void theContractCatchesHessiansOfAPoint() {
    assertOnly(
        "entry (1, 1) of the Hessian",
        new TwoValleys() {
          @Override
          public void encloseHessian(double[] low, double[] high, double[][] to, double[][] top) {
            double[] middle = {low[0] / 2 + high[0] / 2, low[1] / 2 + high[1] / 2};
            super.encloseHessian(middle, middle, to, top);
          }
        });
    assertOnly(
        "entry (2, 1) of the Hessian is enclosed in [0.5, 0.5]",
        new TwoValleys() {
          @Override
          public void encloseHessian(double[] low, double[] high, double[][] to, double[][] top) {
            super.encloseHessian(low, high, to, top);
            to[0][1] = top[0][1] = to[1][0] = top[1][0] = 0.5;
          }
        });
  }

  @Test
  void theContractCatchesWhatIsNotWrittenAndWhatIsModified() {
    assertOnly(
        "row 2 of the Hessian, entry 2",
        new TwoValleys() {
          @Override
          public void encloseHessian(double[] low, double[] high, double[][] to, double[][] top) {
            double before = top[1][1];
            super.encloseHessian(low, high, to, top);
            top[1][1] = before;
          }
        });
    assertOnly(
        "the bounds of the box were modified",
        new TwoValleys() {
          @Override
          public void encloseGradient(double[] low, double[] high, double[] to, double[] top) {
            super.encloseGradient(low, high, to, top);
            low[0] -= 1;
          }
        });
  }

  private static void assertOnly(String part, TwoValleys wrong) {
    assertThat(ObjectiveContract.violations(wrong, 5))
        .singleElement()
        .satisfies(violation -> assertThat(violation).startsWith("enclosure: ").contains(part));
  }
}
