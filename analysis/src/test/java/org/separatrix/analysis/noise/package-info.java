/** Tests of what noise does. */
@NullMarked
package org.separatrix.analysis.noise;

import org.jspecify.annotations.NullMarked;
