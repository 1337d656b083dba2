/** Basins of attraction on planar slices, and the stable manifolds that bound them. */
@NullMarked
package org.separatrix.analysis.basin;

import org.jspecify.annotations.NullMarked;
