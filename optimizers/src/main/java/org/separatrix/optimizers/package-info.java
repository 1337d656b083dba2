/** First-order methods: gradient descent, with momentum, with perturbations. */
@NullMarked
package org.separatrix.optimizers;

import org.jspecify.annotations.NullMarked;
