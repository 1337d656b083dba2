/** What the values of enumerations are called in studies and results. */
@NullMarked
package org.separatrix.runner.label;

import org.jspecify.annotations.NullMarked;
