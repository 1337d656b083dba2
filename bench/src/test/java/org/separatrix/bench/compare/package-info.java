@NullMarked
package org.separatrix.bench.compare;

import org.jspecify.annotations.NullMarked;
