/** Tests of what is certified of objectives that are no formulas. */
@NullMarked
package org.separatrix.core.certificate;

import org.jspecify.annotations.NullMarked;
