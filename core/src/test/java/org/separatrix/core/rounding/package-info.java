/** Tests of error bounds against exact arithmetic and enclosures. */
@NullMarked
package org.separatrix.core.rounding;

import org.jspecify.annotations.NullMarked;
