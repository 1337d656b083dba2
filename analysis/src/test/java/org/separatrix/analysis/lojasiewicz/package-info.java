/** Tests of the escape laws. */
@NullMarked
package org.separatrix.analysis.lojasiewicz;

import org.jspecify.annotations.NullMarked;
