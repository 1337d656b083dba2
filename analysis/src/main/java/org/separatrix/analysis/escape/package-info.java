/** How fast and when runs leave strict saddles. */
@NullMarked
package org.separatrix.analysis.escape;

import org.jspecify.annotations.NullMarked;
