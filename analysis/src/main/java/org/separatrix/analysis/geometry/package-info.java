/** Stable and unstable manifolds of a method's map: their shape, against the map itself. */
@NullMarked
package org.separatrix.analysis.geometry;

import org.jspecify.annotations.NullMarked;
