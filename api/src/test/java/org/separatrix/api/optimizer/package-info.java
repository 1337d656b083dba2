@NullMarked
package org.separatrix.api.optimizer;

import org.jspecify.annotations.NullMarked;
