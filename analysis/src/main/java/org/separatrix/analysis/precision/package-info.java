/** What rounding does to runs on stable manifolds. */
@NullMarked
package org.separatrix.analysis.precision;

import org.jspecify.annotations.NullMarked;
