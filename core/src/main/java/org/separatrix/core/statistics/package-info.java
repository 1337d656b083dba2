/** Exact confidence bounds for observed shares. */
@NullMarked
package org.separatrix.core.statistics;

import org.jspecify.annotations.NullMarked;
