/** Tests of bounds against closed forms, sampled points and deliberately wrong ones. */
@NullMarked
package org.separatrix.core.bound;

import org.jspecify.annotations.NullMarked;
