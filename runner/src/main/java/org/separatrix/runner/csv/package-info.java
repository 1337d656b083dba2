/** What all files of comma-separated values have in common. */
@NullMarked
package org.separatrix.runner.csv;

import org.jspecify.annotations.NullMarked;
