/**
 * What becomes of some consecutive runs of a cell, in a form that can be kept and taken in again.
 */
@NullMarked
package org.separatrix.runner.parts;

import org.jspecify.annotations.NullMarked;
