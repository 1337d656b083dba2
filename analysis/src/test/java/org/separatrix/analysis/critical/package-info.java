/** Tests of the topological test. */
@NullMarked
package org.separatrix.analysis.critical;

import org.jspecify.annotations.NullMarked;
