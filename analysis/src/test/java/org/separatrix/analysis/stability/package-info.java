@NullMarked
package org.separatrix.analysis.stability;

import org.jspecify.annotations.NullMarked;
