/** Tests of the package of this name. */
@NullMarked
package org.separatrix.analysis.basin;

import org.jspecify.annotations.NullMarked;
