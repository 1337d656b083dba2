@NullMarked
package org.separatrix.runner.latex;

import org.jspecify.annotations.NullMarked;
