/** How fast runs approach local minima, and how rates are measured. */
@NullMarked
package org.separatrix.analysis.rate;

import org.jspecify.annotations.NullMarked;
