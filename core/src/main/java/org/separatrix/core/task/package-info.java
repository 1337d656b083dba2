/** Work that is divided among threads. */
@NullMarked
package org.separatrix.core.task;

import org.jspecify.annotations.NullMarked;
