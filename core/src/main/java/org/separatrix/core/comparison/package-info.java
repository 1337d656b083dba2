/**
 * Comparing methods on the same problems: running times with restarts, profiles, paired tests and
 * ranks, by the published definitions.
 */
@NullMarked
package org.separatrix.core.comparison;

import org.jspecify.annotations.NullMarked;
