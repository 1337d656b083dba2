/** Tests of the controls. */
@NullMarked
package org.separatrix.analysis.control;

import org.jspecify.annotations.NullMarked;
