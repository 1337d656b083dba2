/** Tests of the escape laws. */
@NullMarked
package org.separatrix.analysis.escape;

import org.jspecify.annotations.NullMarked;
