/** First-order methods: their update, their memory, their linearization. */
@NullMarked
package org.separatrix.api.optimizer;

import org.jspecify.annotations.NullMarked;
