/** What a method's step does to first order at a state: as declared, or measured on the step. */
@NullMarked
package org.separatrix.analysis.linearization;

import org.jspecify.annotations.NullMarked;
