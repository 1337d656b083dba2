/** Critical points that are not isolated: saddles that fill a curve, minima that fill a valley. */
@NullMarked
package org.separatrix.analysis.continuum;

import org.jspecify.annotations.NullMarked;
