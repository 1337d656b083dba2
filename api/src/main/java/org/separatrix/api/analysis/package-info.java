/** Predictions, the hypotheses they rest on, and the findings that answer them. */
@NullMarked
package org.separatrix.api.analysis;

import org.jspecify.annotations.NullMarked;
