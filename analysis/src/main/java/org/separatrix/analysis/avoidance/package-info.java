/** The prediction that random starts do not end at strict saddles. */
@NullMarked
package org.separatrix.analysis.avoidance;

import org.jspecify.annotations.NullMarked;
