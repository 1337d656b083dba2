/** Tests of invariant regions. */
@NullMarked
package org.separatrix.analysis.region;

import org.jspecify.annotations.NullMarked;
