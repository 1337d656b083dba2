/** Holds components to their contracts, and explains what they violate to their authors. */
@NullMarked
package org.separatrix.runner.check;

import org.jspecify.annotations.NullMarked;
