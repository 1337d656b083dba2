/** From a plan to a result: ensembles, limits, analysis, controls. */
@NullMarked
package org.separatrix.runner.execute;

import org.jspecify.annotations.NullMarked;
