/** Checks of the conditions that the avoidance theorems suppose. */
@NullMarked
package org.separatrix.analysis.hypothesis;

import org.jspecify.annotations.NullMarked;
