/** Methods that run in another precision than double. */
@NullMarked
package org.separatrix.core.precision;

import org.jspecify.annotations.NullMarked;
