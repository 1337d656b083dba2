package org.separatrix.core.critical;

import java.util.List;
import java.util.Optional;
import org.separatrix.core.certificate.MethodCertificate;
import org.separatrix.core.region.CaptureBall;
import org.separatrix.core.region.CertifiedRegion;

/** The critical point that runs go to from each certified region of a method. */
final class PointsOfRegions {
  private final int[] point;

  PointsOfRegions(Optional<MethodCertificate> certificate, List<Anchor> anchors) {
    point =
        certificate.stream()
            .flatMap(each -> each.ends().regions().stream())
            .mapToInt(region -> of(region, anchors))
            .toArray();
  }

  /** A ball around a minimum contains no other critical point. */
  private static int of(CertifiedRegion region, List<Anchor> anchors) {
    int nearest = -1;
    if (region instanceof CaptureBall ball) {
      double least = ball.radius();
      double[] center = ball.minimum().midpoint();
      for (int i = 0; i < anchors.size(); i++) {
        double distance = anchors.get(i).point().distance(center);
        if (distance < least) {
          least = distance;
          nearest = i;
        }
      }
    }
    return nearest;
  }

  /** Returns the index of the point, or -1 if there is none, or no region. */
  int of(int region) {
    return region < 0 ? -1 : point[region];
  }
}
