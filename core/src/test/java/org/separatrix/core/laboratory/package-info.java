/** Tests of the laboratory. */
@NullMarked
package org.separatrix.core.laboratory;

import org.jspecify.annotations.NullMarked;
