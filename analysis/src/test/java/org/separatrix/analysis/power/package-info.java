/** Tests of the power iteration. */
@NullMarked
package org.separatrix.analysis.power;

import org.jspecify.annotations.NullMarked;
