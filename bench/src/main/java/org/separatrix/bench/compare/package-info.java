/** Times peers side by side and prints one table. */
@NullMarked
package org.separatrix.bench.compare;

import org.jspecify.annotations.NullMarked;
