/** Plans: the cells of a study, with everything made and checked before anything runs. */
@NullMarked
package org.separatrix.runner.plan;

import org.jspecify.annotations.NullMarked;
