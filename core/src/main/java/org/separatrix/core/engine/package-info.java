/** Moves ensembles of runs, a block of lanes at a time. */
@NullMarked
package org.separatrix.core.engine;

import org.jspecify.annotations.NullMarked;
