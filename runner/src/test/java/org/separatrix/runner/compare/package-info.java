/** Tests of comparisons. */
@NullMarked
package org.separatrix.runner.compare;

import org.jspecify.annotations.NullMarked;
