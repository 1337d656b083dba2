/**
 * Draws figures as PNG and SVG, and writes their data as tables.
 *
 * <p>Plotting classes are loaded only when there is a picture to draw.
 */
@NullMarked
package org.separatrix.runner.figure;

import org.jspecify.annotations.NullMarked;
