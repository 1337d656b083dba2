/**
 * Arithmetic with the precision of doubles and an exponent that practically never overflows, so
 * that a coordinate which contracts for thousands of steps can still be followed.
 */
@NullMarked
package org.separatrix.core.extended;

import org.jspecify.annotations.NullMarked;
