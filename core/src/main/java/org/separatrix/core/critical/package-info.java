/**
 * Critical points: finding, classifying and naming them, and deciding which of them a run went to.
 */
@NullMarked
package org.separatrix.core.critical;

import org.jspecify.annotations.NullMarked;
