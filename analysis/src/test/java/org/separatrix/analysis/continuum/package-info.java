/** Tests of continua of critical points. */
@NullMarked
package org.separatrix.analysis.continuum;

import org.jspecify.annotations.NullMarked;
