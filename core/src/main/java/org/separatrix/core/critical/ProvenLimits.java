package org.separatrix.core.critical;

import java.util.List;
import java.util.Optional;
import org.separatrix.api.analysis.Runs;
import org.separatrix.core.certificate.EndRegions;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.region.CaptureBall;
import org.separatrix.core.region.CaptureProduct;
import org.separatrix.core.region.CertifiedRegion;

/** The critical points that runs go to from the certified regions of a method. */
final class ProvenLimits {
  /** That nothing is proven. */
  static final int UNPROVEN = Integer.MIN_VALUE;

  /** How far a known point may lie from where a minimum is proven, relative to the scale. */
  private static final double ACCURACY = 1e-6;

  private final PointFunction function;
  private final boolean isFull;
  private final double[][] known;
  private final CertifiedRegion[] regions;

  /** For each region the point that all runs from it go to, if it is one. */
  private final int[] single;

  /**
   * Prepares the answers.
   *
   * @param function the objective
   * @param certificate what is proven of the method, if anything
   * @param anchors the known points
   * @param isFull whether no others can be kept
   */
  ProvenLimits(
      PointFunction function,
      Optional<MethodCertificate> certificate,
      List<Anchor> anchors,
      boolean isFull) {
    this.function = function;
    this.isFull = isFull;
    known = anchors.stream().map(anchor -> anchor.point().x()).toArray(double[][]::new);
    regions =
        certificate.stream()
            .flatMap(each -> each.ends().regions().stream())
            .toArray(CertifiedRegion[]::new);
    single = new int[regions.length];
    for (int r = 0; r < regions.length; r++) {
      single[r] = regions[r] instanceof CaptureBall ball ? nearest(ball) : UNPROVEN;
    }
  }

  /** A ball around a minimum contains no other critical point. */
  private int nearest(CaptureBall ball) {
    int nearest = UNPROVEN;
    double least = ball.radius();
    double[] center = ball.minimum().midpoint();
    for (int i = 0; i < known.length; i++) {
      double distance = Math.sqrt(Distance.square(known[i], center, Double.POSITIVE_INFINITY));
      if (distance < least) {
        least = distance;
        nearest = i;
      }
    }
    return nearest;
  }

  /**
   * Returns the index of the point that a run goes to, or {@link RunLimits#UNLISTED} if it goes to
   * a minimum for which there is no room, or {@link #UNPROVEN}.
   *
   * @param ends the regions of the runs
   * @param runs the runs
   * @param i which of them
   */
  int of(EndRegions ends, Runs runs, int i) {
    int region = ends.region()[i];
    if (region < 0) {
      return UNPROVEN;
    }
    return regions[region] instanceof CaptureProduct product
        ? product.minimum(ends.state(runs, i)).map(this::at).orElse(UNPROVEN)
        : single[region];
  }

  private int at(double[] minimum) {
    for (int i = 0; i < known.length; i++) {
      if (function.isWithin(known[i], minimum, ACCURACY)) {
        return i;
      }
    }
    return isFull ? RunLimits.UNLISTED : UNPROVEN;
  }
}
