/** Tests of the convergence rates. */
@NullMarked
package org.separatrix.analysis.rate;

import org.jspecify.annotations.NullMarked;
