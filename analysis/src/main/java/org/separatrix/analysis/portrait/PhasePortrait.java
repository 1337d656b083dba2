package org.separatrix.analysis.portrait;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.separatrix.api.analysis.CellResult;
import org.separatrix.api.analysis.Census;
import org.separatrix.api.figure.Figure;
import org.separatrix.api.figure.Layer;
import org.separatrix.api.figure.Role;
import org.separatrix.api.objective.Box;
import org.separatrix.api.objective.CriticalPoint;
import org.separatrix.core.manifold.LocalManifold;

/**
 * The stable and unstable manifolds of a method's map at the saddles of a function of two or three
 * variables, as figures: one of the plane, one of space for each saddle.
 */
public final class PhasePortrait {
  private final CellResult cell;
  private final Census census;
  private final int mostInSpace;
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final Map<CriticalPoint, ManifoldShape> stable = new LinkedHashMap<>();
  private final Map<CriticalPoint, ManifoldShape> unstable = new LinkedHashMap<>();

  /**
   * Begins a portrait.
   *
   * @param cell the method
   * @param census the critical points
   * @param mostInSpace so many saddles of each codimension are drawn in space, the first ones
   */
  public PhasePortrait(CellResult cell, Census census, int mostInSpace) {
    this.cell = cell;
    this.census = census;
    this.mostInSpace = mostInSpace;
  }

  /** Tells whether the function can be drawn: whether it has two or three variables. */
  public boolean isPossible() {
    int d = cell.problem().dimension();
    return d == 2 || d == 3;
  }

  /**
   * Adds a saddle.
   *
   * @param saddle the saddle
   * @param stableManifold its local stable manifold, if there is one
   * @param unstableManifold its local unstable manifold, if there is one
   */
  public void add(
      CriticalPoint saddle,
      Optional<LocalManifold> stableManifold,
      Optional<LocalManifold> unstableManifold) {
    Box domain = cell.problem().domain();
    int codimension = stableManifold.map(each -> each.otherMultipliers().size()).orElse(0);
    int count = counts.merge(codimension, 1, Integer::sum);
    if (cell.problem().dimension() == 3 && count > mostInSpace) {
      return;
    }
    stableManifold
        .flatMap(manifold -> ManifoldShape.stable(manifold, domain))
        .ifPresent(shape -> stable.put(saddle, shape));
    unstableManifold
        .flatMap(manifold -> ManifoldShape.unstable(manifold, domain))
        .ifPresent(shape -> unstable.put(saddle, shape));
  }

  /** Returns the figures; none of saddles without a stable manifold that could be grown. */
  public List<Figure> figures() {
    if (stable.isEmpty()) {
      return List.of();
    }
    return cell.problem().dimension() == 2
        ? List.of(plane())
        : stable.entrySet().stream()
            .map(
                each ->
                    SpacePortrait.of(
                        cell,
                        census,
                        each.getKey(),
                        each.getValue(),
                        Optional.ofNullable(unstable.get(each.getKey()))))
            .toList();
  }

  private Figure plane() {
    List<Layer> manifolds = new ArrayList<>();
    manifolds.add(
        PortraitLayers.curves("W^s of the saddles", Role.STABLE_MANIFOLD, curves(stable)));
    if (!unstable.isEmpty()) {
      manifolds.add(
          PortraitLayers.curves("W^u of the saddles", Role.UNSTABLE_MANIFOLD, curves(unstable)));
    }
    return PlanePortrait.of(
        census,
        "phase-portrait/" + cell.id(),
        Optional.of(cell.id()),
        "%s under %s".formatted(cell.problem().name(), cell.optimizerName()),
        "Contours of f, critical points, the starts that go to saddles, W^s, and the ways on"
            + " which runs leave them, W^u: those of the method's own map.",
        manifolds);
  }

  private static List<double[][]> curves(Map<CriticalPoint, ManifoldShape> shapes) {
    return shapes.values().stream().map(ManifoldShape::curve).toList();
  }
}
