/** Experiments on demand, for analyzers and for runs that must go on. */
@NullMarked
package org.separatrix.core.laboratory;

import org.jspecify.annotations.NullMarked;
