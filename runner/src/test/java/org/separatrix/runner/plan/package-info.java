/** Tests: Planning studies. */
@NullMarked
package org.separatrix.runner.plan;

import org.jspecify.annotations.NullMarked;
