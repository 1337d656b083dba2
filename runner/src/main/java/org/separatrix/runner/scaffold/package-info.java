/** Writes the Maven project with which the author of a plugin begins. */
@NullMarked
package org.separatrix.runner.scaffold;

import org.jspecify.annotations.NullMarked;
