package org.separatrix.core.manifold;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Local stable and unstable manifolds of a method's map by the parameterization method (Cabre,
 * Fontich and de la Llave, Indiana Univ. Math. J. 52, 2003, and J. Differential Equations 218,
 * 2005): a polynomial K with F(K(s)) = K(R(s)) up to its order, where R is linear unless there are
 * resonances.
 *
 * <p>In the eigenvectors of DF, each term K_k z^k of the manifold and the coefficient E_k of z^k in
 * F(K(z)) - K(R(z)) without it satisfy (mu_j - mu^k) K_kj + E_kj = R_kj. Where mu^k and mu_j are
 * far from each other, R_kj = 0 and K_kj follows. Products of multipliers inside the unit circle
 * are never a multiplier outside of it, and vice versa, so they can come close only where mu_j
 * belongs to the manifold itself, and then R_kj = E_kj and K_kj = 0 is always possible.
 */
public final class ParameterizationMethod {
  /** Distance |mu^k - mu_j| / max(|1 - mu^k|, |1 - mu_j|) below which a term counts as resonant. */
  public static final double RESONANCE = 1e-3;

  /** Multipliers closer to the unit circle belong to neither manifold. */
  private static final double CENTER = 1e-9;

  private final MethodMap map;
  private final int order;

  /**
   * Prepares series.
   *
   * @param map the map F
   * @param order degree up to which they are computed, at least 1
   */
  public ParameterizationMethod(MethodMap map, int order) {
    if (order < 1) {
      throw new IllegalArgumentException("the order is %d: it must be at least 1".formatted(order));
    }
    this.map = map;
    this.order = order;
  }

  /**
   * Computes the local stable manifold.
   *
   * @param criticalPoint d coordinates of a critical point up to rounding in the last places; it is
   *     refined
   * @throws IllegalArgumentException if there is no such point or no stable direction, or the
   *     linearization cannot be diagonalised
   */
  public LocalManifold stable(double... criticalPoint) {
    return manifold(criticalPoint, "stable", mu -> mu.modulus() < 1 - CENTER);
  }

  /** Computes the local unstable manifold; as {@link #stable}. */
  public LocalManifold unstable(double... criticalPoint) {
    return manifold(criticalPoint, "unstable", mu -> mu.modulus() > 1 + CENTER);
  }

  private LocalManifold manifold(double[] guess, String kind, Predicate<Multiplier> belongs) {
    double[] x = map.criticalPoint(guess);
    List<EigenDirection> inside = new ArrayList<>();
    List<EigenDirection> outside = new ArrayList<>();
    for (EigenDirection direction : EigenDirection.at(map, x)) {
      (belongs.test(direction.multiplier()) ? inside : outside).add(direction);
    }
    if (inside.isEmpty()) {
      throw new IllegalArgumentException(
          "no direction at the critical point is %s: the multipliers are %s"
              .formatted(kind, outside.stream().map(EigenDirection::multiplier).toList()));
    }
    HomologicalEquations equations =
        new HomologicalEquations(
            map,
            map.resting(x),
            new EigenFrame(inside, outside),
            new Monomials(inside.size(), order));
    equations.solve();
    return equations.manifold();
  }
}
