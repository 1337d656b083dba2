/** Tests of the census of critical points. */
@NullMarked
package org.separatrix.core.census;

import org.jspecify.annotations.NullMarked;
