/** Regions that a method does not leave, and the starts from which it goes to infinity. */
@NullMarked
package org.separatrix.analysis.region;

import org.jspecify.annotations.NullMarked;
