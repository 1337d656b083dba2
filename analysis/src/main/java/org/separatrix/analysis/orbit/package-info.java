/** Runs of a method as orbits of its step. */
@NullMarked
package org.separatrix.analysis.orbit;

import org.jspecify.annotations.NullMarked;
