/** Tests of the wording of numbers. */
@NullMarked
package org.separatrix.analysis.text;

import org.jspecify.annotations.NullMarked;
