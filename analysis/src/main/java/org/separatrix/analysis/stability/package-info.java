/** What happens as the step grows: limits of stability, cycles, chaos. */
@NullMarked
package org.separatrix.analysis.stability;

import org.jspecify.annotations.NullMarked;
