package org.separatrix.analysis.basin;

import java.util.List;
import org.separatrix.api.plugin.Doc;

/**
 * Where a plane of starts lies.
 *
 * @param coordinates numbers of the two coordinates that vary
 * @param origin a point of the plane; empty for the domain's centre
 * @param directions two directions in place of the coordinates; empty if these are to vary
 * @param extents how far the slice reaches from the origin, along the one and the other
 */
public record SliceConfig(
    @Doc(value = "Numbers of the two coordinates that vary, from 1.", defaultValue = "[1, 2]")
        List<Integer> coordinates,
    @Doc(
            value = "A point of the plane, d numbers; the centre of the domain if empty.",
            defaultValue = "[]")
        List<Double> origin,
    @Doc(
            value =
                "Two directions of d numbers each that span the plane, in place of two coordinates.",
            defaultValue = "[]")
        List<List<Double>> directions,
    @Doc(
            value =
                "How far the slice reaches from the origin to both sides, along the first and the"
                    + " second coordinate or direction; if empty, coordinates cover the domain, and"
                    + " directions half of its mean side.",
            defaultValue = "[]")
        List<Double> extents) {
  /** The first two coordinates through the domain's centre. */
  public static final SliceConfig DEFAULT =
      new SliceConfig(List.of(1, 2), List.of(), List.of(), List.of());

  /** Copies the lists and checks what can be checked without an objective. */
  public SliceConfig {
    coordinates = List.copyOf(coordinates);
    origin = List.copyOf(origin);
    directions = directions.stream().map(List::copyOf).toList();
    extents = List.copyOf(extents);
    if (coordinates.size() != 2
        || coordinates.get(0) < 1
        || coordinates.get(1) < 1
        || coordinates.get(0).equals(coordinates.get(1))) {
      throw new IllegalArgumentException(
          "coordinates is "
              + coordinates
              + ": it must name two different coordinates, the first being 1");
    }
    if (!directions.isEmpty()
        && (directions.size() != 2 || directions.get(0).size() != directions.get(1).size())) {
      throw new IllegalArgumentException(
          "directions is " + directions + ": it must be two lists of d numbers each");
    }
    if (!extents.isEmpty()
        && (extents.size() != 2 || !extents.stream().allMatch(e -> e > 0 && e < 1e300))) {
      throw new IllegalArgumentException(
          "extents is " + extents + ": it must be two positive numbers");
    }
  }
}
