/** Comparing the optimizers of a study: what they need to reach targets, tests, ranks, figures. */
@NullMarked
package org.separatrix.runner.compare;

import org.jspecify.annotations.NullMarked;
