/** Tests of the hypotheses. */
@NullMarked
package org.separatrix.analysis.hypothesis;

import org.jspecify.annotations.NullMarked;
