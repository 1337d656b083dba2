/** Java source that is written at run time, compiled in memory and loaded. */
@NullMarked
package org.separatrix.core.code;

import org.jspecify.annotations.NullMarked;
