/** Stable manifolds: predicted dimension, and dimension measured from the map alone. */
@NullMarked
package org.separatrix.analysis.manifold;

import org.jspecify.annotations.NullMarked;
