/** Momentum: that it leaves saddles faster, the more of it and the farther ahead it looks. */
@NullMarked
package org.separatrix.analysis.momentum;

import org.jspecify.annotations.NullMarked;
