/** Distributions of starting points, and the plugin that declares them. */
@NullMarked
package org.separatrix.core.start;

import org.jspecify.annotations.NullMarked;
