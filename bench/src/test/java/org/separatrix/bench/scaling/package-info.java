@NullMarked
package org.separatrix.bench.scaling;

import org.jspecify.annotations.NullMarked;
