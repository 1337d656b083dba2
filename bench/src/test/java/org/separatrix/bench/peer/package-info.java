@NullMarked
package org.separatrix.bench.peer;

import org.jspecify.annotations.NullMarked;
