/** Random numbers that are a function of what they are for. */
@NullMarked
package org.separatrix.core.random;

import org.jspecify.annotations.NullMarked;
