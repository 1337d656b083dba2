/** Tests of the package of this name. */
@NullMarked
package org.separatrix.analysis.geometry;

import org.jspecify.annotations.NullMarked;
