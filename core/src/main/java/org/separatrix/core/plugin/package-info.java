/** Finds plugins on the class path and in jars, and holds what they add. */
@NullMarked
package org.separatrix.core.plugin;

import org.jspecify.annotations.NullMarked;
