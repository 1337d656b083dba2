package org.separatrix.api.figure;

/** What a layer stands for; whoever draws it gives each role one look throughout. */
public enum Role {
  /** Measured. */
  MEASURED,
  /** Measured on something else, to compare with. */
  COMPARED,
  /** Predicted by the theory. */
  THEORY,
  /** A bound or a level that matters, such as 2/L. */
  REFERENCE,
  /** The function itself. */
  LANDSCAPE,
  /** Positions of a run. */
  TRAJECTORY,
  /** A local minimum. */
  MINIMUM,
  /** A strict saddle. */
  SADDLE,
  /** A local maximum. */
  MAXIMUM,
  /** A degenerate or undecided critical point. */
  DEGENERATE,
  /** A stable manifold. */
  STABLE_MANIFOLD,
  /** Lines on a stable manifold that is a surface. */
  STABLE_SURFACE,
  /** An unstable manifold. */
  UNSTABLE_MANIFOLD,
  /** Lines on an unstable manifold that is a surface. */
  UNSTABLE_SURFACE
}
