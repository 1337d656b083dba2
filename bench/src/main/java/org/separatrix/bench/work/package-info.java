/** What is computed by all that are compared. */
@NullMarked
package org.separatrix.bench.work;

import org.jspecify.annotations.NullMarked;
