/** Tests of manifolds against closed forms, high precision and runs. */
@NullMarked
package org.separatrix.core.manifold;

import org.jspecify.annotations.NullMarked;
