/** Files that a study names: what is in them, and what their copies in results are called. */
@NullMarked
package org.separatrix.runner.input;

import org.jspecify.annotations.NullMarked;
