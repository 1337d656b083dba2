/** The predictions that the analyzers of all plugins can answer. */
@NullMarked
package org.separatrix.runner.prediction;

import org.jspecify.annotations.NullMarked;
