@NullMarked
package org.separatrix.api.start;

import org.jspecify.annotations.NullMarked;
