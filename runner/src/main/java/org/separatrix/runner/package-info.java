/** The program. */
@NullMarked
package org.separatrix.runner;

import org.jspecify.annotations.NullMarked;
