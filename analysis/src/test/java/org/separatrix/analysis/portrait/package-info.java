/** Tests of phase portraits. */
@NullMarked
package org.separatrix.analysis.portrait;

import org.jspecify.annotations.NullMarked;
