/** Tests of momentum. */
@NullMarked
package org.separatrix.analysis.momentum;

import org.jspecify.annotations.NullMarked;
