/** Certificates: what is proven in a study, put together, and kept so that it can be checked. */
@NullMarked
package org.separatrix.runner.certify;

import org.jspecify.annotations.NullMarked;
