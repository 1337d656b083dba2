/** Writes the parts of the documentation that follow from the registered components. */
@NullMarked
package org.separatrix.runner.reference;

import org.jspecify.annotations.NullMarked;
