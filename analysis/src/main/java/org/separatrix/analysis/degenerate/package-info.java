/**
 * Degenerate critical points: the function along the kernel of the Hessian, its order, and how
 * slowly a method drifts there.
 */
@NullMarked
package org.separatrix.analysis.degenerate;

import org.jspecify.annotations.NullMarked;
