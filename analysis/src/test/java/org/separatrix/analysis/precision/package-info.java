/** Tests of what rounding does. */
@NullMarked
package org.separatrix.analysis.precision;

import org.jspecify.annotations.NullMarked;
