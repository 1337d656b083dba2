/** Tests of what is proven of objectives, methods and runs. */
@NullMarked
package org.separatrix.core.certificate;

import org.jspecify.annotations.NullMarked;
