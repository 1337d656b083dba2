/** Topological test of the list of critical points, independent of how they were found. */
@NullMarked
package org.separatrix.analysis.critical;

import org.jspecify.annotations.NullMarked;
