/** Tests of the measured manifolds. */
@NullMarked
package org.separatrix.analysis.manifold;

import org.jspecify.annotations.NullMarked;
