/** Programs in Java that answer requests to compute and to be timed. */
@NullMarked
package org.separatrix.bench.peer;

import org.jspecify.annotations.NullMarked;
