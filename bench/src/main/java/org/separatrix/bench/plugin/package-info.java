/** An objective and methods as a plugin author writes them, without any thought of speed. */
@NullMarked
package org.separatrix.bench.plugin;

import org.jspecify.annotations.NullMarked;
