/** Spectra of steps. */
@NullMarked
package org.separatrix.analysis.linearization;

import org.jspecify.annotations.NullMarked;
