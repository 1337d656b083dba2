/** Controls: experiments that must come out the other way. */
@NullMarked
package org.separatrix.analysis.control;

import org.jspecify.annotations.NullMarked;
