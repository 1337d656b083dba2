/** Tests of degenerate points that are no strict saddles. */
@NullMarked
package org.separatrix.analysis.nonstrict;

import org.jspecify.annotations.NullMarked;
