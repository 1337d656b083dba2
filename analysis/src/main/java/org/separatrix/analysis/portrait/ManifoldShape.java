package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.separatrix.api.objective.Box;
import org.separatrix.core.manifold.GrowthLimits;
import org.separatrix.core.manifold.LocalManifold;
import org.separatrix.core.manifold.ManifoldCurve;
import org.separatrix.core.manifold.ManifoldMesh;
import org.separatrix.core.manifold.MethodMap;
import org.separatrix.core.manifold.StableCurveGrowth;
import org.separatrix.core.manifold.StableSurfaceGrowth;
import org.separatrix.core.manifold.StartSection;
import org.separatrix.core.manifold.UnstableCurveGrowth;
import org.separatrix.core.manifold.UnstableSurfaceGrowth;

/**
 * A stable or unstable manifold as positions: a curve, or a surface in space.
 *
 * @param curve the positions of a curve; empty for a surface; not modified
 * @param surface the mesh of a surface
 * @param complete whether it was grown as far as was asked for
 */
public record ManifoldShape(double[][] curve, Optional<ManifoldMesh> surface, boolean complete) {
  /** Points of a curve across the domain. */
  private static final double POINTS_ACROSS = 200;

  /** Largest length of a curve to each side, in diameters of the domain. */
  private static final double LENGTH = 10;

  /** Largest number of its points to each side: where it is folded, they lie closer. */
  private static final int POINTS = 2_000;

  /** Least distance of points of a stable curve that is only drawn, in spacings. */
  private static final double SHORTEST = 0.01;

  /** Vertices of a surface from its middle to its rim. */
  private static final int RINGS = 8;

  /**
   * Grows the starts that go to a saddle, through the domain.
   *
   * @param manifold its local stable manifold
   * @param domain the domain
   * @return empty if they are no curve and no surface in space, or cannot be followed
   */
  public static Optional<ManifoldShape> stable(LocalManifold manifold, Box domain) {
    MethodMap map = manifold.map();
    int dimension = map.dimension() - manifold.otherMultipliers().size();
    try {
      if (dimension == 2 && map.dimension() == 3) {
        double distance = reach(domain);
        return Optional.of(of(new StableSurfaceGrowth(manifold, distance / RINGS).grow(distance)));
      }
      return dimension == 1
          ? new StableCurveGrowth(manifold, StartSection.everywhere(map), coarse(domain))
              .from(map.position(manifold.fixedPoint()))
              .map(ManifoldShape::of)
          : Optional.empty();
    } catch (IllegalArgumentException obstacle) {
      return Optional.empty();
    }
  }

  /**
   * Grows the positions along which runs leave a saddle, through the domain.
   *
   * @param manifold its local unstable manifold
   * @param domain the domain
   * @return empty if they are no curve and no surface in space, or cannot be followed
   */
  public static Optional<ManifoldShape> unstable(LocalManifold manifold, Box domain) {
    try {
      if (manifold.dimension() == 2 && manifold.map().dimension() == 3) {
        double distance = reach(domain);
        return Optional.of(
            of(new UnstableSurfaceGrowth(manifold, distance / RINGS).grow(distance)));
      }
      return manifold.dimension() == 1
          ? Optional.of(new ManifoldShape(unstableCurve(manifold, domain), Optional.empty(), true))
          : Optional.empty();
    } catch (IllegalArgumentException obstacle) {
      return Optional.empty();
    }
  }

  private static double[][] unstableCurve(LocalManifold manifold, Box domain) {
    ManifoldCurve grown = new UnstableCurveGrowth(manifold, limits(domain)).grow();
    double[][] positions = new double[grown.size()][];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = manifold.map().position(grown.points()[i]);
    }
    return positions;
  }

  private static GrowthLimits limits(Box domain) {
    return GrowthLimits.within(domain, domain.diameter() / POINTS_ACROSS)
        .withArcLength(LENGTH * domain.diameter())
        .withPoints(POINTS);
  }

  /** An unstable curve needs short steps to tell where it ends; this one does not. */
  private static GrowthLimits coarse(Box domain) {
    GrowthLimits limits = limits(domain);
    return limits.withShortest(SHORTEST * limits.spacing());
  }

  private static ManifoldShape of(ManifoldCurve curve) {
    return new ManifoldShape(curve.points(), Optional.empty(), !curve.isCut());
  }

  private static ManifoldShape of(ManifoldMesh mesh) {
    return new ManifoldShape(new double[0][], Optional.of(mesh), mesh.complete());
  }

  /** Half of the mean side of the domain. */
  private static double reach(Box domain) {
    return domain.diameter() / Math.sqrt(12);
  }

  /**
   * Returns lines to draw: the curve; or of a surface some rays and rings, more than are drawn
   * would blacken it.
   *
   * @param everyRay of so many rays one is drawn
   * @param everyRing of so many rings one is drawn
   */
  public List<double[][]> lines(int everyRay, int everyRing) {
    if (surface.isEmpty()) {
      return List.<double[][]>of(curve);
    }
    double[][] vertices = surface.get().vertices();
    int[][] rays = surface.get().rays();
    List<double[][]> lines = new ArrayList<>();
    for (int j = 0; j < rays.length; j += everyRay) {
      double[][] line = new double[rays[j].length][];
      for (int i = 0; i < line.length; i++) {
        line[i] = vertices[rays[j][i]];
      }
      lines.add(line);
    }
    for (int ring = everyRing; ring <= RINGS; ring += everyRing) {
      List<double[]> arc = new ArrayList<>();
      for (int j = 0; j <= rays.length; j++) {
        int[] ray = rays[j % rays.length];
        if (ring < ray.length) {
          arc.add(vertices[ray[ring]]);
        } else {
          lines.add(arc.toArray(new double[0][]));
          arc.clear();
        }
      }
      lines.add(arc.toArray(new double[0][]));
    }
    return lines;
  }
}
