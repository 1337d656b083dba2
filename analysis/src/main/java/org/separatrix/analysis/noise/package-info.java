/** What noise in the gradients does near saddles and minima. */
@NullMarked
package org.separatrix.analysis.noise;

import org.jspecify.annotations.NullMarked;
