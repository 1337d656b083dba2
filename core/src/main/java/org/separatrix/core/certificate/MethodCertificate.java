package org.separatrix.core.certificate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.objective.CriticalPointKind;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.formula.CompiledFormula;
import org.separatrix.core.interval.IntervalVector;
import org.separatrix.core.region.CaptureSearch;
import org.separatrix.core.region.CertifiedRegion;
import org.separatrix.core.region.CertifiedRegions;
import org.separatrix.core.region.DivergenceSearch;
import org.separatrix.core.region.SaddleSearch;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.rounding.GradientRounding;
import org.separatrix.core.task.TaskPool;

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
  private final Thoroughness thoroughness;
  private final List<CertifiedPoint> points;
  private final TaskPool pool;
  private @Nullable CertifiedRegions cones;

  /**
   * Certifies a method.
   *
   * @param certifier the objective on its domain
   * @param method the method
   * @param points the certified critical points around which regions are looked for
   * @param thoroughness how large the regions shall be
   * @param pool looks for regions, around several points at once
   * @throws CancellationException if the certifier's effort was cancelled meanwhile
   */
  public MethodCertificate(
      Certifier certifier,
      LinearMethod method,
      List<CertifiedPoint> points,
      Thoroughness thoroughness,
      TaskPool pool) {
    this.method = method;
    invariance = certifier.invariance(method);
    this.certifier = certifier;
    this.thoroughness = thoroughness;
    this.pool = pool;
    this.points = List.copyOf(points.subList(0, Math.min(points.size(), MOST_POINTS)));
    ends = endsAround();
  }

  private CertifiedRegions endsAround() {
    Optional<GradientRounding> rounding =
        certifier.objective() instanceof CompiledFormula formula
            ? Optional.of(GradientRounding.of(formula))
            : Optional.empty();
    CaptureSearch capture =
        new CaptureSearch(certifier.extension(), method, rounding, thoroughness);
    List<CertifiedRegion> regions =
        around(
            point -> point.kind() == CriticalPointKind.LOCAL_MINIMUM,
            minimum -> capture.around(minimum).stream().toList());
    regions.addAll(new DivergenceSearch(certifier.extension(), method).regions());
    return new CertifiedRegions(regions);
  }

  private CertifiedRegions conesFrom(SaddleSearch saddles) {
    return new CertifiedRegions(around(CertifiedPoint::isCertainlyStrict, saddles::at));
  }

  /** Looks for regions at a point, of which a small box is given that contains it. */
  private interface RegionSearch
      extends Function<IntervalVector, List<? extends CertifiedRegion>> {}

  /** Looks for regions at each point of a kind that comes before the time is over. */
  private List<CertifiedRegion> around(Predicate<CertifiedPoint> kind, RegionSearch search) {
    long end = System.nanoTime() + certifier.effort().time().toNanos();
    List<Supplier<List<? extends CertifiedRegion>>> searches = new ArrayList<>();
    for (CertifiedPoint point : points) {
      if (kind.test(point)) {
        searches.add(() -> isOver(end) ? List.of() : search.apply(point.enclosure()));
      }
    }
    List<CertifiedRegion> regions = new ArrayList<>();
    pool.all(searches).forEach(regions::addAll);
    return regions;
  }

  /** Tells whether no more regions are to be looked for. */
  private boolean isOver(long end) {
    if (certifier.effort().isCancelled().getAsBoolean()) {
      throw new CancellationException("cancelled while regions were looked for");
    }
    return System.nanoTime() - end > 0;
  }

  /** Returns the method. */
  public LinearMethod method() {
    return method;
  }

  /** Returns whether a step maps the domain into itself. */
  public Invariance invariance() {
    return invariance;
  }

  /** Tells whether runs that start in the domain are proven to stay, as they are computed. */
  public boolean keepsDomain() {
    return invariance instanceof Invariance.Proven proven && proven.holdsForComputedStep();
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
      cones = conesFrom(new SaddleSearch(certifier.extension(), method, thoroughness));
    }
    return cones;
  }

  /** Returns the cones if they were looked for already. */
  public synchronized Optional<CertifiedRegions> knownCones() {
    return Optional.ofNullable(cones);
  }
}
