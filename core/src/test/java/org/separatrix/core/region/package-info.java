/**
 * What provably becomes of runs: balls around minima from which every run converges, cones around
 * strict saddles from which every run leaves, halves of the space where runs diverge; and what the
 * same matrices prove about the map of a method itself.
 */
@NullMarked
package org.separatrix.core.region;

import org.jspecify.annotations.NullMarked;
