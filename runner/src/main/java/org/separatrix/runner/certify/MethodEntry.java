package org.separatrix.runner.certify;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.separatrix.core.interval.Interval;

/**
 * What is proven of a method x_{k+1} = A x_k + B grad f(C x_k) on an objective.
 *
 * @param method name within the study
 * @param a the matrix A
 * @param b the column B
 * @param c the row C
 * @param rest the vector v of a state at rest
 * @param alphaTimesL contains alpha L; null unless this is gradient descent
 * @param determinant contains det(A + lambda B C) for all eigenvalues of Hessians on the box; null
 *     if these are not bounded
 * @param invariance whether a step maps the box into itself
 * @param captures balls from which runs converge to a minimum
 * @param capturesOfSummands for each summand of the census balls in its variables, from which its
 *     part of a run converges to a minimum of it; empty unless the function is a sum whose points
 *     are too many for balls around each
 * @param cones where runs leave a strict saddle; null if none were looked for
 * @param divergence half-spaces from which runs diverge
 * @param steps the largest steps for which theorems hold
 */
public record MethodEntry(
    String method,
    List<List<Exact>> a,
    List<Exact> b,
    List<Exact> c,
    List<Exact> rest,
    @JsonSetter(nulls = Nulls.SET) @Nullable Interval alphaTimesL,
    @JsonSetter(nulls = Nulls.SET) @Nullable Interval determinant,
    InvarianceEntry invariance,
    List<Ball> captures,
    List<List<Ball>> capturesOfSummands,
    @JsonSetter(nulls = Nulls.SET) @Nullable List<Cone> cones,
    List<HalfSpace> divergence,
    Steps steps) {
  /** Copies the lists. */
  public MethodEntry {
    a = List.copyOf(a);
    b = List.copyOf(b);
    c = List.copyOf(c);
    rest = List.copyOf(rest);
    captures = List.copyOf(captures);
    capturesOfSummands = capturesOfSummands.stream().map(List::copyOf).toList();
    cones = cones == null ? null : List.copyOf(cones);
    divergence = List.copyOf(divergence);
  }

  /**
   * Whether a step maps the box into itself.
   *
   * @param answer "proven", "proven-in-exact-arithmetic", "leaves" or "undecided"
   * @param state a state that leaves; empty unless one does
   */
  public record InvarianceEntry(String answer, List<Exact> state) {
    /** A computed step stays in the box. */
    public static final String PROVEN = "proven";

    /** A step without rounding stays in the box. */
    public static final String EXACT = "proven-in-exact-arithmetic";

    /** A state leaves the box. */
    public static final String LEAVES = "leaves";

    /** None of these is known. */
    public static final String UNDECIDED = "undecided";

    /** Copies the list. */
    public InvarianceEntry {
      state = List.copyOf(state);
    }
  }

  /**
   * A ball of capture, see {@link org.separatrix.core.region.CaptureBall}.
   *
   * @param point number of the minimum in the list of points, of all or of the summand, from 0
   * @param transform the matrix T of its coordinates
   * @param radius r
   * @param inner radius of the inner ball
   * @param contraction q
   * @param stepError delta
   */
  public record Ball(
      int point,
      List<List<Exact>> transform,
      Exact radius,
      Exact inner,
      Exact contraction,
      Exact stepError) {}

  /**
   * A cone at a strict saddle, see {@link org.separatrix.core.region.SaddleCone}.
   *
   * @param point number of the saddle in the list of points, from 0
   * @param transform the matrix T of its coordinates
   * @param rotation the matrix Q
   * @param opening k
   * @param radius r
   * @param growth a
   */
  public record Cone(
      int point,
      List<List<Exact>> transform,
      List<List<Exact>> rotation,
      Exact opening,
      Exact radius,
      Exact growth) {}

  /**
   * Positions from which runs diverge, see {@link org.separatrix.core.region.DivergenceRegion}.
   *
   * @param coordinate its number, from 0
   * @param low end of the lower half-line
   * @param high end of the upper half-line
   * @param growth c
   */
  public record HalfSpace(int coordinate, Exact low, Exact high, Exact growth) {}

  /**
   * The largest steps for which theorems hold, as step sizes alpha, or as multiples of B for a
   * method that has no single step size.
   *
   * @param areSizes whether they are step sizes
   * @param avoidance at most 1/L: saddles are avoided; null unless this is gradient descent
   * @param descent at most 2/L: f does not increase; null unless this is gradient descent
   * @param stable for each minimum, the least step that is not stable there
   * @param invariantUpTo the largest step found for which the box is proven invariant
   * @param leavesFrom the smallest step found for which a point is proven to leave the box
   */
  public record Steps(
      boolean areSizes,
      @JsonSetter(nulls = Nulls.SET) @Nullable Exact avoidance,
      @JsonSetter(nulls = Nulls.SET) @Nullable Exact descent,
      List<Stable> stable,
      @JsonSetter(nulls = Nulls.SET) @Nullable Exact invariantUpTo,
      @JsonSetter(nulls = Nulls.SET) @Nullable Exact leavesFrom) {
    /** Copies the list. */
    public Steps {
      stable = List.copyOf(stable);
    }
  }

  /**
   * The stability of a method at a minimum.
   *
   * @param point number of the minimum in the list of points, from 0
   * @param bound contains the least step at which the minimum is not stable: 2/lambda_max for
   *     gradient descent
   */
  public record Stable(int point, Interval bound) {}
}
