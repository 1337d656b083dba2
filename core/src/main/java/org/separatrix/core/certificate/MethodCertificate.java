package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.region.CaptureSearch;
import org.separatrix.core.region.CertifiedRegion;
import org.separatrix.core.region.CertifiedRegions;
import org.separatrix.core.region.DivergenceSearch;
import org.separatrix.core.region.SaddleSearch;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.rounding.GradientRounding;

/**
 * What is proven of a method on an objective. Threads can share it.
 *
 * <p>Regions are looked for until the time of the certifier's {@link Effort} is over; points that
 * are left then, and those beyond the first {@value #MOST_POINTS}, have none, so that runs near
 * them stay undecided.
 */
public final class MethodCertificate {
  /** With more points than this, their regions would take minutes. */
  public static final int MOST_POINTS = 500;

  private final LinearMethod method;
  private final Invariance invariance;
  private final CertifiedRegions ends;
  private final Certifier certifier;
  private final List<CertifiedPoint> points;
  private @Nullable CertifiedRegions cones;

  /**
   * Certifies a method.
   *
   * @param certifier the objective on its domain
   * @param method the method
   * @param points the certified critical points around which regions are looked for
   * @throws CancellationException if the certifier's effort was cancelled meanwhile
   */
  public MethodCertificate(Certifier certifier, LinearMethod method, List<CertifiedPoint> points) {
    this.method = method;
    invariance = certifier.invariance(method);
    this.certifier = certifier;
    this.points = List.copyOf(points.subList(0, Math.min(points.size(), MOST_POINTS)));
    ends = ends(certifier, method, this.points);
  }

  private static CertifiedRegions ends(
      Certifier certifier, LinearMethod method, List<CertifiedPoint> points) {
    Optional<GradientRounding> rounding =
        certifier.objective() instanceof CompiledFormula formula
            ? Optional.of(GradientRounding.of(formula))
            : Optional.empty();
    CaptureSearch capture =
        new CaptureSearch(certifier.extension(), method, rounding, Thoroughness.QUICK);
    List<CertifiedRegion> regions =
        around(
            points.stream().filter(point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM),
            certifier.effort(),
            point -> capture.around(point.enclosure()).stream());
    regions.addAll(new DivergenceSearch(certifier.extension(), method).regions());
    return new CertifiedRegions(regions);
  }

  private static CertifiedRegions cones(
      Certifier certifier, LinearMethod method, List<CertifiedPoint> points) {
    SaddleSearch saddles = new SaddleSearch(certifier.extension(), method, Thoroughness.QUICK);
    return new CertifiedRegions(
        around(
            points.stream().filter(CertifiedPoint::isCertainlyStrict),
            certifier.effort(),
            point -> saddles.at(point.enclosure()).stream()));
  }

  private static List<CertifiedRegion> around(
      Stream<CertifiedPoint> points,
      Effort effort,
      Function<CertifiedPoint, Stream<? extends CertifiedRegion>> search) {
    long started = System.nanoTime();
    List<CertifiedRegion> regions = new ArrayList<>();
    for (CertifiedPoint point : points.toList()) {
      if (effort.isCancelled().getAsBoolean()) {
        throw new CancellationException("cancelled while regions were looked for");
      }
      if (System.nanoTime() - started > effort.time().toNanos()) {
        break;
      }
      search.apply(point).forEach(regions::add);
    }
    return regions;
  }

  /** Returns the method. */
  public LinearMethod method() {
    return method;
  }

  /** Returns whether a step maps the domain into itself. */
  public Invariance invariance() {
    return invariance;
  }

  /** Returns where runs go to a minimum or to infinity. */
  public CertifiedRegions ends() {
    return ends;
  }

  /**
   * Returns where runs leave a strict saddle; looked for when first asked for.
   *
   * @throws CancellationException if the certifier's effort was cancelled meanwhile
   */
  public synchronized CertifiedRegions cones() {
    if (cones == null) {
      cones = cones(certifier, method, points);
    }
    return cones;
  }

  /** Returns the cones if they were looked for already. */
  public synchronized Optional<CertifiedRegions> knownCones() {
    return Optional.ofNullable(cones);
  }
}
