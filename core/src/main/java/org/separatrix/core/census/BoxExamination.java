package org.separatrix.core.census;

import java.util.List;
import java.util.Optional;
import org.separatrix.core.interval.Enclosure;
import org.separatrix.core.interval.IntervalExtension;
import org.separatrix.core.interval.IntervalVector;

/**
 * What is to be said of the critical points in one box: a function of the box alone, so that the
 * order in which boxes are examined makes no difference.
 *
 * <p>The box is dropped if the interval gradient or its mean-value form excludes 0, contracted by
 * interval Newton steps, and settled if it is proved to have at most one critical point. Otherwise
 * what is left of it is cut.
 *
 * @param function whose critical points
 * @param proof how existence and uniqueness are proved for that function
 * @param resolution how boxes are cut
 */
record BoxExamination(IntervalExtension function, ExistenceProof proof, Resolution resolution) {
  private static final int CONTRACTIONS = 8;

  /** A contraction that leaves more than this share of every width is followed by a cut. */
  private static final double PROGRESS = 0.7;

  /** What follows for a box. */
  sealed interface Outcome permits Settled, Found, Divided, Unresolved {}

  /** It has no critical point. */
  record Settled() implements Outcome {}

  /** It has at most one, this one. */
  record Found(IsolatedZero zero) implements Outcome {}

  /** All that it has lie in these parts. */
  record Divided(List<IntervalVector> parts) implements Outcome {}

  /**
   * All that it has lie in this box, which is too small to be cut; on which the gradient may not be
   * differentiable everywhere.
   */
  record Unresolved(IntervalVector rest, boolean isDefined) implements Outcome {}

  static BoxExamination of(IntervalExtension function, Resolution resolution) {
    return new BoxExamination(function, new ExistenceProof(function), resolution);
  }

  Outcome examine(IntervalVector box) {
    double[] zero = new double[box.dimension()];
    IntervalVector rest = box;
    for (int step = 0; step < CONTRACTIONS; step++) {
      Enclosure<IntervalVector> gradient = function.gradient(rest);
      if (!gradient.range().contains(zero)) {
        return new Settled();
      }
      if (!gradient.isDefinedEverywhere()) {
        return cut(rest, Optional.empty(), false);
      }
      Optional<Linearization> plain = Linearization.of(function, rest);
      if (plain.isEmpty()) {
        return cut(rest, plain, false);
      }
      if (plain.get().excludesZero()) {
        return new Settled();
      }
      Optional<Linearization> newton = plain.get().preconditioned();
      if (newton.isEmpty()) {
        return cut(rest, plain, true);
      }
      IntervalVector contracted = newton.get().contracted();
      if (contracted.isEmpty()) {
        return new Settled();
      }
      if (newton.get().isContractive()) {
        Optional<Outcome> settled = settle(contracted, rest);
        if (settled.isPresent()) {
          return settled.get();
        }
      }
      if (!isMuchSmaller(contracted, rest)) {
        return cut(contracted, plain, true);
      }
      rest = contracted;
    }
    return cut(rest, Optional.empty(), true);
  }

  private Optional<Outcome> settle(IntervalVector contracted, IntervalVector box) {
    ExistenceProof.Outcome outcome = proof.isolate(contracted, box);
    if (outcome instanceof ExistenceProof.Isolated isolated) {
      // A zero beside the box belongs to its neighbour, which finds it too, or to none.
      return isolated.zero().enclosure().intersection(contracted).isEmpty()
          ? Optional.of(new Settled())
          : Optional.of(new Found(isolated.zero()));
    }
    return outcome instanceof ExistenceProof.NoZero ? Optional.of(new Settled()) : Optional.empty();
  }

  private Outcome cut(IntervalVector rest, Optional<Linearization> plain, boolean isDefined) {
    List<IntervalVector> parts = resolution.parts(rest, plain.map(Linearization::slope));
    return parts.isEmpty() ? new Unresolved(rest, isDefined) : new Divided(parts);
  }

  private static boolean isMuchSmaller(IntervalVector contracted, IntervalVector box) {
    for (int k = 0; k < box.dimension(); k++) {
      if (contracted.get(k).width() < PROGRESS * box.get(k).width()) {
        return true;
      }
    }
    return false;
  }
}
