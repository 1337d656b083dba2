/** Tests of single precision. */
@NullMarked
package org.separatrix.core.precision;

import org.jspecify.annotations.NullMarked;
