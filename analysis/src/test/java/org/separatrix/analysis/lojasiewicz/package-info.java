/** Tests of the sublinear rates. */
@NullMarked
package org.separatrix.analysis.lojasiewicz;

import org.jspecify.annotations.NullMarked;
