package org.separatrix.analysis.portrait;

/**
 * A view of space from far away: lines that are parallel stay so.
 *
 * @param azimuth from where, around the third axis, from the first, degrees
 * @param elevation from how far above the plane of the first two, degrees
 */
record OrthographicView(double azimuth, double elevation) {
  private static final double[] AZIMUTHS = {-60, -30, -120, -150, 30, 60};
  private static final double[] ELEVATIONS = {25, 40};

  /** Cosine between a surface's normal and the view that shows best how it bends. */
  private static final double OBLIQUE = 0.5;

  /**
   * Returns the first of some usual views that shows a surface obliquely, neither from its edge nor
   * from above.
   *
   * @param normal of the surface, unit vector; not modified
   */
  static OrthographicView oblique(double[] normal) {
    OrthographicView best = new OrthographicView(AZIMUTHS[0], ELEVATIONS[0]);
    for (double elevation : ELEVATIONS) {
      for (double azimuth : AZIMUTHS) {
        OrthographicView view = new OrthographicView(azimuth, elevation);
        // By a margin, so that the usual one is left only for a better one.
        if (view.misfit(normal) < best.misfit(normal) - 0.1) {
          best = view;
        }
      }
    }
    return best;
  }

  private double misfit(double[] normal) {
    return Math.abs(Math.abs(depth(normal)) - OBLIQUE);
  }

  /** Returns how far a point is to the right. */
  double right(double[] x) {
    double a = Math.toRadians(azimuth);
    return -Math.sin(a) * x[0] + Math.cos(a) * x[1];
  }

  /** Returns how far a point is up. */
  double up(double[] x) {
    double a = Math.toRadians(azimuth);
    double e = Math.toRadians(elevation);
    return -Math.sin(e) * (Math.cos(a) * x[0] + Math.sin(a) * x[1]) + Math.cos(e) * x[2];
  }

  /** Returns how far a point is towards the viewer. */
  double depth(double[] x) {
    double a = Math.toRadians(azimuth);
    double e = Math.toRadians(elevation);
    return Math.cos(e) * (Math.cos(a) * x[0] + Math.sin(a) * x[1]) + Math.sin(e) * x[2];
  }
}
