/** Files that the commands need while they run. */
@NullMarked
package org.separatrix.bench.files;

import org.jspecify.annotations.NullMarked;
