/** How the cost of a study grows. */
@NullMarked
package org.separatrix.bench.scaling;

import org.jspecify.annotations.NullMarked;
