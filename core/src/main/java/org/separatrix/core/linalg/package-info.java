/** Eigenvalues and eigenvectors of the dense matrices that linearizations lead to. */
@NullMarked
package org.separatrix.core.linalg;

import org.jspecify.annotations.NullMarked;
