/** Tests of interval arithmetic against exact arithmetic and 60-digit values. */
@NullMarked
package org.separatrix.core.interval;

import org.jspecify.annotations.NullMarked;
