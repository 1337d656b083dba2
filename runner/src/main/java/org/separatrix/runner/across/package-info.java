/** Comparing what several studies, or versions of the program, left behind. */
@NullMarked
package org.separatrix.runner.across;

import org.jspecify.annotations.NullMarked;
