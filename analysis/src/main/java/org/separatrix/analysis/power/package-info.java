/** Near a saddle a method is a power iteration: directions align with the most negative one. */
@NullMarked
package org.separatrix.analysis.power;

import org.jspecify.annotations.NullMarked;
