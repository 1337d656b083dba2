@NullMarked
package org.separatrix.api.analysis;

import org.jspecify.annotations.NullMarked;
