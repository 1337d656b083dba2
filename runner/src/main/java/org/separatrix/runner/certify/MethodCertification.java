package org.separatrix.runner.certify;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.bound.InvariantSteps;
import org.separatrix.core.bound.ScaledMethod;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.certificate.Certifier;
import org.separatrix.core.certificate.KnownPoints;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.interval.Interval;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.region.AffineDeterminant;
import org.separatrix.core.region.CaptureBall;
import org.separatrix.core.region.CaptureProduct;
import org.separatrix.core.region.CertifiedRegion;
import org.separatrix.core.region.CertifiedRegions;
import org.separatrix.core.region.DivergenceRegion;
import org.separatrix.core.region.SaddleCone;
import org.separatrix.core.region.StableEigenvalues;
import org.separatrix.core.region.StepBounds;
import org.separatrix.runner.certify.MethodEntry.Ball;
import org.separatrix.runner.certify.MethodEntry.Cone;
import org.separatrix.runner.certify.MethodEntry.HalfSpace;
import org.separatrix.runner.certify.MethodEntry.InvarianceEntry;
import org.separatrix.runner.certify.MethodEntry.Stable;
import org.separatrix.runner.certify.MethodEntry.Steps;
import org.separatrix.runner.certify.ObjectiveCertificate.Bound;

/** Puts together what is proven of a method on an objective. */
public final class MethodCertification {
  private final Certifier certifier;
  private final LinearMethod method;
  private final KnownPoints points;
  private final Map<String, Bound> bounds;

  /**
   * Prepares a certificate.
   *
   * @param certifier the objective on its domain
   * @param method the method
   * @param points the critical points
   * @param bounds bounds of the Hessian on the domain, by their labels
   */
  public MethodCertification(
      Certifier certifier, LinearMethod method, KnownPoints points, Map<String, Bound> bounds) {
    this.certifier = certifier;
    this.method = method;
    this.points = points;
    this.bounds = bounds;
  }

  /**
   * Returns the certificate.
   *
   * @param name of the method
   * @param known what is proven of its regions, if it could be looked into
   * @param all whether cones and the largest invariant step are to be searched
   */
  MethodEntry entry(String name, Optional<MethodCertificate> known, boolean all) {
    Optional<CertifiedRegions> cones =
        all ? known.map(MethodCertificate::cones) : known.flatMap(MethodCertificate::knownCones);
    List<CertifiedRegion> ends =
        known.map(certificate -> certificate.ends().regions()).orElse(List.of());
    Invariance invariance =
        known.map(MethodCertificate::invariance).orElseGet(() -> certifier.invariance(method));
    return new MethodEntry(
        name,
        Exact.rows(method.a()),
        Exact.list(method.b()),
        Exact.list(method.c()),
        Exact.list(method.rest()),
        alphaTimesL().orElse(null),
        determinant().orElse(null),
        entry(invariance),
        ends.stream()
            .filter(CaptureBall.class::isInstance)
            .map(region -> ball((CaptureBall) region, points.listed()))
            .toList(),
        ends.stream()
            .filter(CaptureProduct.class::isInstance)
            .flatMap(region -> factors((CaptureProduct) region))
            .toList(),
        cones.map(this::cones).orElse(null),
        ends.stream()
            .filter(DivergenceRegion.class::isInstance)
            .map(region -> halfSpace((DivergenceRegion) region))
            .toList(),
        steps(all));
  }

  /** Returns an enclosure of alpha L, if this is gradient descent and L is bounded. */
  public Optional<Interval> alphaTimesL() {
    return bound(Bounded.LIPSCHITZ)
        .filter(bound -> isGradientDescent())
        .map(
            bound ->
                new Interval(Math.max(0, bound.lower().value()), bound.upper().value())
                    .times(ScaledMethod.size(method)));
  }

  /** Returns an enclosure of det(A + lambda B C) over all eigenvalues on the domain. */
  public Optional<Interval> determinant() {
    return eigenvalues().map(AffineDeterminant.of(method)::over);
  }

  /** From L where single eigenvalues are not bounded. */
  private Optional<Interval> eigenvalues() {
    Optional<Bound> smallest = bound(Bounded.SMALLEST_EIGENVALUE);
    Optional<Bound> largest = bound(Bounded.LARGEST_EIGENVALUE);
    if (smallest.isPresent() && largest.isPresent()) {
      return Optional.of(
          new Interval(smallest.get().lower().value(), largest.get().upper().value()));
    }
    return bound(Bounded.LIPSCHITZ)
        .map(bound -> new Interval(-bound.upper().value(), bound.upper().value()));
  }

  private Optional<Bound> bound(Bounded quantity) {
    return Optional.ofNullable(bounds.get(quantity.label()));
  }

  private boolean isGradientDescent() {
    return method.b().length == 1
        && method.a()[0][0] == 1
        && method.c()[0] == 1
        && ScaledMethod.hasStepSize(method);
  }

  static InvarianceEntry entry(Invariance invariance) {
    if (invariance instanceof Invariance.Proven proven) {
      return new InvarianceEntry(
          proven.holdsForComputedStep() ? InvarianceEntry.PROVEN : InvarianceEntry.EXACT,
          List.of());
    }
    return invariance instanceof Invariance.Leaves leaves
        ? new InvarianceEntry(InvarianceEntry.LEAVES, Exact.list(leaves.state()))
        : new InvarianceEntry(InvarianceEntry.UNDECIDED, List.of());
  }

  private Steps steps(boolean all) {
    Optional<StepBounds> bounds =
        bound(Bounded.LIPSCHITZ)
            .filter(bound -> isGradientDescent() && bound.upper().value() > 0)
            .map(bound -> new StepBounds(bound.upper().value()));
    InvariantSteps invariant =
        all ? invariantSteps() : new InvariantSteps(OptionalDouble.empty(), OptionalDouble.empty());
    return new Steps(
        ScaledMethod.hasStepSize(method),
        exact(bounds.map(StepBounds::avoidance)),
        exact(bounds.map(StepBounds::descent)),
        stable(),
        Exact.orNull(invariant.proven()),
        Exact.orNull(invariant.leaving()));
  }

  private InvariantSteps invariantSteps() {
    return certifier.invariantSteps(method);
  }

  /** Returns the stability of the method at each minimum, as far as it can be told. */
  public List<Stable> stable() {
    List<Stable> stable = new ArrayList<>();
    Optional<StableEigenvalues> range = StableEigenvalues.of(method);
    for (int i = 0; i < points.listed().size() && range.isPresent(); i++) {
      CertifiedPoint point = points.listed().get(i);
      if (point.kind() == CriticalPointKind.LOCAL_MINIMUM) {
        Interval largest = point.eigenvalues().get(point.eigenvalues().size() - 1);
        double size = ScaledMethod.hasStepSize(method) ? ScaledMethod.size(method) : 1;
        stable.add(new Stable(i, range.get().bound().times(size).dividedBy(largest)));
      }
    }
    return stable;
  }

  /** Returns the balls of each summand. */
  private Stream<List<Ball>> factors(CaptureProduct product) {
    return IntStream.range(0, product.factors().size())
        .mapToObj(
            n ->
                product.factors().get(n).balls().stream()
                    .map(ball -> ball(ball, points.summands().get(n).census().points()))
                    .toList());
  }

  private static Ball ball(CaptureBall ball, List<CertifiedPoint> points) {
    return new Ball(
        number(ball.minimum(), points),
        Exact.rows(ball.coordinates().transform().midpoint()),
        new Exact(ball.radius()),
        new Exact(ball.inner()),
        new Exact(ball.contraction()),
        new Exact(ball.stepError()));
  }

  private List<Cone> cones(CertifiedRegions regions) {
    List<Cone> cones = new ArrayList<>();
    for (CertifiedRegion region : regions.regions()) {
      if (region instanceof SaddleCone cone) {
        cones.add(
            new Cone(
                number(cone.saddle(), points.listed()),
                Exact.rows(cone.coordinates().transform().midpoint()),
                Exact.rows(cone.rotation().midpoint()),
                new Exact(cone.opening()),
                new Exact(cone.radius()),
                new Exact(cone.growth())));
      }
    }
    return cones;
  }

  private static HalfSpace halfSpace(DivergenceRegion region) {
    return new HalfSpace(
        region.coordinate(),
        new Exact(region.low()),
        new Exact(region.high()),
        new Exact(region.growth()));
  }

  private static int number(IntervalVector enclosure, List<CertifiedPoint> points) {
    for (int i = 0; i < points.size(); i++) {
      if (points.get(i).enclosure().equals(enclosure)) {
        return i;
      }
    }
    throw new IllegalStateException("a region around none of the critical points");
  }

  private static @Nullable Exact exact(Optional<Double> value) {
    return value.map(Exact::new).orElse(null);
  }
}
