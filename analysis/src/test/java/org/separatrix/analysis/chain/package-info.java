/** Tests of the times along chains of saddles. */
@NullMarked
package org.separatrix.analysis.chain;

import org.jspecify.annotations.NullMarked;
