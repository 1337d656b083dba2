package org.separatrix.core.certificate;

import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.separatrix.api.optimizer.LinearMethod;
import org.separatrix.core.bound.Effort;
import org.separatrix.core.bound.Invariance;
import org.separatrix.core.census.CertifiedPoint;
import org.separatrix.core.region.CertifiedRegions;
import org.separatrix.core.region.SaddleSearch;
import org.separatrix.core.region.Thoroughness;
import org.separatrix.core.task.TaskPool;

/**
 * What is proven of a method on an objective. Threads can share it.
 *
 * <p>Regions are looked for until the time of the certifier's {@link Effort} is over; points that
 * are left then, and those beyond the first {@value KnownPoints#MOST_LISTED}, have none, so that
 * runs near them stay undecided.
 */
public final class MethodCertificate {
  private final LinearMethod method;
  private final Invariance invariance;
  private final CertifiedRegions ends;
  private final Certifier certifier;
  private final Thoroughness thoroughness;
  private final KnownPoints points;
  private final TaskPool pool;
  private @Nullable CertifiedRegions cones;

  /**
   * Certifies a method.
   *
   * @param certifier the objective on its domain
   * @param method the method
   * @param points the critical points around which regions are looked for
   * @param thoroughness how large the regions shall be
   * @param pool looks for regions, around several points at once
   * @throws CancellationException if the certifier's effort was cancelled meanwhile
   */
  public MethodCertificate(
      Certifier certifier,
      LinearMethod method,
      KnownPoints points,
      Thoroughness thoroughness,
      TaskPool pool) {
    this.method = method;
    invariance = certifier.invariance(method);
    this.certifier = certifier;
    this.thoroughness = thoroughness;
    this.pool = pool;
    this.points = points;
    ends = new EndSearch(certifier, method, thoroughness, search()).regions(points);
  }

  private TimedSearch search() {
    return new TimedSearch(certifier.effort(), pool);
  }

  private CertifiedRegions conesFrom(SaddleSearch saddles) {
    return new CertifiedRegions(
        search().around(points.listed(), CertifiedPoint::isCertainlyStrict, saddles::at));
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
