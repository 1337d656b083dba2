/**
 * Figures as data: what an analyzer wants drawn, in the units of its axes, without colours, fonts
 * or sizes, so that it can be drawn as a picture, in a page or written as a table.
 */
@NullMarked
package org.separatrix.api.figure;

import org.jspecify.annotations.NullMarked;
