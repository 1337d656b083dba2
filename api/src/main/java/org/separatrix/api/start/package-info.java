/** Distributions of starting points. */
@NullMarked
package org.separatrix.api.start;

import org.jspecify.annotations.NullMarked;
