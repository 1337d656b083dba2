@NullMarked
package org.separatrix.api.figure;

import org.jspecify.annotations.NullMarked;
