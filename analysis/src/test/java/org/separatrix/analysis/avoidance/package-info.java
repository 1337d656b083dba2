/** Tests of the avoidance of saddles. */
@NullMarked
package org.separatrix.analysis.avoidance;

import org.jspecify.annotations.NullMarked;
