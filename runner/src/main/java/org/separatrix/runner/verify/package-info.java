/** Checks stored results from scratch, without trusting anything that they say. */
@NullMarked
package org.separatrix.runner.verify;

import org.jspecify.annotations.NullMarked;
