@NullMarked
package org.separatrix.runner.sweep;

import org.jspecify.annotations.NullMarked;
