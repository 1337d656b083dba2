package org.separatrix.api.objective;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What the author of an objective knows about it beforehand. Everything in it is a claim with the
 * status "declared", and the contract tests verify it numerically.
 *
 * @param domain the region of interest, from which starts and samples are drawn by default
 * @param lipschitz Lipschitz constant L of the gradient on the domain (everywhere, if there is no
 *     domain), in units of f per squared unit of x
 * @param criticalPoints critical points, not necessarily all
 * @param source where the function and these facts come from
 */
public record Landscape(
    Optional<Box> domain,
    OptionalDouble lipschitz,
    List<KnownPoint> criticalPoints,
    Optional<String> source) {

  private static final Landscape UNKNOWN =
      new Landscape(Optional.empty(), OptionalDouble.empty(), List.of(), Optional.empty());

  /** Copies the list and checks that L is not negative and that dimensions agree. */
  public Landscape {
    criticalPoints = List.copyOf(criticalPoints);
    if (lipschitz.isPresent() && !(lipschitz.getAsDouble() >= 0)) {
      throw new IllegalArgumentException(
          "lipschitz is " + lipschitz.getAsDouble() + ": it must not be negative");
    }
    for (KnownPoint point : criticalPoints) {
      if (domain.isPresent() && point.x().length != domain.get().dimension()) {
        throw new IllegalArgumentException(
            "a critical point has %d coordinates, the domain %d"
                .formatted(point.x().length, domain.get().dimension()));
      }
    }
  }

  /** Returns the landscape of which nothing is known. */
  public static Landscape unknown() {
    return UNKNOWN;
  }

  /**
   * Returns the landscape of which only the domain is known.
   *
   * @param domain the region of interest
   */
  public static Landscape on(Box domain) {
    return UNKNOWN.withDomain(domain);
  }

  /**
   * Returns this landscape on another domain. A Lipschitz constant is kept only if the new domain
   * lies in the old one, where it still holds.
   *
   * @param other the new region of interest
   */
  public Landscape withDomain(Box other) {
    boolean covered = domain.isEmpty() || domain.get().contains(other);
    return new Landscape(
        Optional.of(other), covered ? lipschitz : OptionalDouble.empty(), criticalPoints, source);
  }

  /**
   * Returns this landscape with a Lipschitz constant of the gradient.
   *
   * @param bound L, positive; 0 if the gradient is constant
   */
  public Landscape withLipschitz(double bound) {
    return new Landscape(domain, OptionalDouble.of(bound), criticalPoints, source);
  }

  /**
   * Returns this landscape with one more critical point.
   *
   * @param kind its kind
   * @param x its coordinates
   */
  public Landscape withCriticalPoint(CriticalPointKind kind, double... x) {
    List<KnownPoint> points = new ArrayList<>(criticalPoints);
    points.add(new KnownPoint(kind, x));
    return new Landscape(domain, lipschitz, points, source);
  }

  /**
   * Returns this landscape with its source.
   *
   * @param citation author, title, year
   */
  public Landscape withSource(String citation) {
    return new Landscape(domain, lipschitz, criticalPoints, Optional.of(citation));
  }

  /**
   * A critical point that the author declares.
   *
   * @param kind its kind
   * @param x its coordinates, accurate enough for Newton's method to converge to it; copied
   */
  public record KnownPoint(CriticalPointKind kind, double[] x) {
    /** Copies the coordinates. */
    public KnownPoint {
      x = x.clone();
    }

    @Override
    public double[] x() {
      return x.clone();
    }
  }
}
