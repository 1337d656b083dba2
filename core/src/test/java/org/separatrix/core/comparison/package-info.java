@NullMarked
package org.separatrix.core.comparison;

import org.jspecify.annotations.NullMarked;
