/**
 * Degenerate points that are no strict saddles: which of them attract, and how slowly others let
 * go.
 */
@NullMarked
package org.separatrix.analysis.nonstrict;

import org.jspecify.annotations.NullMarked;
