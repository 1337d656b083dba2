/** Tests of extended arithmetic. */
@NullMarked
package org.separatrix.core.extended;

import org.jspecify.annotations.NullMarked;
