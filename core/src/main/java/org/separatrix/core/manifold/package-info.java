/**
 * Stable and unstable manifolds of a method's own map: local ones as power series by the
 * parameterization method, and curves grown from them over the plane. Computed in rounding to
 * nearest; what they rest on is measured and said, not proved.
 */
@NullMarked
package org.separatrix.core.manifold;

import org.jspecify.annotations.NullMarked;
