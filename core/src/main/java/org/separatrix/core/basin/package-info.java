/**
 * Measures of basins of attraction on a raster of labels: shares, entropy, the dimension of the
 * boundary, distances from it.
 */
@NullMarked
package org.separatrix.core.basin;

import org.jspecify.annotations.NullMarked;
