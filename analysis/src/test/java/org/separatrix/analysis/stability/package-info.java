/** Tests of what happens as the step grows. */
@NullMarked
package org.separatrix.analysis.stability;

import org.jspecify.annotations.NullMarked;
