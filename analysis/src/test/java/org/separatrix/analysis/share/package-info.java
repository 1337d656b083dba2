/** Tests of the controls with a positive share. */
@NullMarked
package org.separatrix.analysis.share;

import org.jspecify.annotations.NullMarked;
