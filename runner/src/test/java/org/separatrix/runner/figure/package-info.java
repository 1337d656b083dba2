/** Tests of pictures and tables. */
@NullMarked
package org.separatrix.runner.figure;

import org.jspecify.annotations.NullMarked;
