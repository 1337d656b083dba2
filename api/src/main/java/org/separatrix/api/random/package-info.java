/** Random numbers for many runs at once. */
@NullMarked
package org.separatrix.api.random;

import org.jspecify.annotations.NullMarked;
