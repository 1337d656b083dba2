/** What changes from cell to cell when a study varies one number. */
@NullMarked
package org.separatrix.runner.sweep;

import org.jspecify.annotations.NullMarked;
