@NullMarked
package org.separatrix.runner.input;

import org.jspecify.annotations.NullMarked;
