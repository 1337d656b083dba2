/**
 * The time that a method takes past one saddle after the other, and how it grows with the
 * dimension.
 */
@NullMarked
package org.separatrix.analysis.chain;

import org.jspecify.annotations.NullMarked;
