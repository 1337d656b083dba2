/**
 * Phase portraits: critical points with their stable and unstable manifolds, in the plane and in
 * space.
 */
@NullMarked
package org.separatrix.analysis.portrait;

import org.jspecify.annotations.NullMarked;
