/** Functions to minimise, and what is known about them. */
@NullMarked
package org.separatrix.api.objective;

import org.jspecify.annotations.NullMarked;
